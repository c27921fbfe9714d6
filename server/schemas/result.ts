/** The result of annotating a document, as it goes over the wire. `src/annotate/result.ts` says the same to the compiler. */
import { z } from 'zod';
import { LAYER_IDS } from '../../src/lexicon/layers.ts';
import { BASES, EntrySchema, SOURCE_KINDS } from '../../src/lexicon/schema.ts';
import { SUBJECT_IDS } from '../../src/lexicon/subjects.ts';
import { OFFSET_ENCODINGS } from '../../src/text/encoding.ts';

const Offset = z.int().min(0);
const Confidence = z.number().min(0).max(1);

const Because = z.strictObject({
  code: z.string(),
  text: z.string().optional(),
  start: Offset.optional(),
  end: Offset.optional(),
  weight: z.number().meta({ description: 'In log-odds.' }),
});

const Voice = z.strictObject({
  quoted: z.literal(true).optional(),
  heading: z.literal(true).optional(),
  negated: z.literal(true).optional(),
  attributed: z.literal(true).optional(),
});

const Range = z.strictObject({
  start: Offset,
  end: Offset,
  part: z.string().optional().meta({ description: 'Part of a container (DOCX) that the offsets index.' }),
  page: z.int().min(1).optional(),
  box: z
    .strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
    .optional()
    .meta({ description: 'On a page of a PDF, in its units, from its lower left.' }),
});

export const MentionSchema = z
  .strictObject({
    start: Offset,
    end: Offset,
    text: z.string(),
    term: z.string().meta({ description: 'Id of the entry; a key of `terms`.' }),
    language: z.enum(['en', 'zh']),
    form: z.string().meta({ description: 'The listed form that it matched.' }),
    rendering: z.enum(['official', 'listed', 'inflected', 'reordered', 'near', 'pinyin']),
    official: z.string().optional().meta({ description: 'The preferred official English, where there is one.' }),
    confidence: Confidence,
    because: z.array(Because),
    alternatives: z.array(z.strictObject({ term: z.string(), confidence: Confidence })).optional(),
    voice: Voice,
    voiceBecause: z
      .array(z.strictObject({ label: z.string(), text: z.string(), start: Offset, end: Offset }))
      .optional()
      .meta({ description: 'The words that speak for each label of `voice`.' }),
    context: z.strictObject({ prefix: z.string(), suffix: z.string() }),
    line: z.int().min(1),
    column: z.int().min(1),
    sourceRanges: z.array(Range).optional(),
  })
  .meta({ id: 'Mention' });

const RejectedSchema = z.strictObject({
  start: Offset,
  end: Offset,
  text: z.string(),
  term: z.string(),
  form: z.string(),
  confidence: Confidence,
  reason: z.enum(['evidence', 'unless', 'boundary', 'overlap', 'layer', 'filter']),
  detail: z.string(),
  because: z.array(Because),
  line: z.int().min(1),
  column: z.int().min(1),
});

export const ReadingSchema = z
  .strictObject({
    lens: z.string(),
    source: z.string(),
    date: z.string(),
    dateStatus: z.enum(['stated', 'inferred']),
    theme: z.string(),
    basis: z.enum(BASES).meta({
      description:
        '`term`: the source interprets this very phrase; `passage`: its claim covers a passage that holds it; `listed`: it only names it.',
    }),
    text: z.string(),
    differs: z.string().optional().meta({ description: 'Where the reading and official usage part.' }),
    url: z.string(),
  })
  .meta({
    id: 'Reading',
    description: 'What a named source holds a formulation to mean: attributed analysis, not a fact.',
  });

export const SourceSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    kind: z.string().meta({ description: SOURCE_KINDS.join(', ') }),
    date: z.string(),
    url: z.string(),
    language: z.string(),
  })
  .meta({ id: 'Source' });

const { zh, literal, definition, origin } = EntrySchema.shape;

export const termSummary = {
  label: z.string(),
  layer: z.enum(LAYER_IDS),
  subject: z.enum(SUBJECT_IDS),
  zh,
  gloss: z.string(),
  literal,
  definition,
  origin,
  readings: z.array(ReadingSchema),
  sources: z.array(SourceSchema),
  url: z.string(),
};

const TermSummarySchema = z.strictObject(termSummary).meta({ id: 'TermSummary' });

export type TermSummaryAnswer = z.infer<typeof TermSummarySchema>;

const DocumentSchema = z.strictObject({
  digest: z.string(),
  sourceDigest: z.string().optional(),
  format: z.string().optional().meta({ description: 'How it was read: text, markdown, html, docx, pdf, xliff.' }),
  encoding: z.string().optional(),
  language: z.enum(['en', 'zh', 'mixed']),
  characters: z.int().min(0),
  words: z.int().min(0),
  han: z.int().min(0),
  metadata: z.record(z.string(), z.string()),
  skipped: z.array(z.strictObject({ ...Range.shape, why: z.string() })),
});

const OptionsSchema = z.strictObject({
  overlap: z.enum(['longest', 'all']),
  minConfidence: Confidence,
  layers: z.array(z.enum(LAYER_IDS)),
  subjects: z.array(z.enum(SUBJECT_IDS)),
  terms: z.enum(['used', 'none']),
  explain: z.boolean(),
  discover: z.boolean(),
  offsetEncoding: z.enum(OFFSET_ENCODINGS),
});

const DiscoveredSchema = z
  .strictObject({
    start: Offset,
    end: Offset,
    text: z.string(),
    language: z.enum(['en', 'zh']),
    kind: z.string().meta({ description: '`numbered`, `coinage`, `spirit`, `style` or `formula`.' }),
    confidence: Confidence,
    because: z.array(z.strictObject({ code: z.string(), weight: z.number() })),
    items: z.array(z.string()).optional().meta({ description: 'A list nearby with as many items as the number says.' }),
    line: z.int().min(1),
    column: z.int().min(1),
  })
  .meta({ id: 'Discovered', description: 'A likely formulation that no entry lists.' });

const SetCoverageSchema = z.strictObject({
  term: z.string(),
  members: z.int().min(2).meta({ description: 'Members that the entry lists.' }),
  named: z.array(z.strictObject({ text: z.string(), start: Offset, end: Offset })),
  missing: z.array(z.string()),
});

const LensProfileSchema = z.strictObject({
  lens: z.string(),
  themes: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      mentions: z.int().min(0),
      terms: z.array(z.string()),
      perThousandWords: z.number().min(0),
    }),
  ),
});

export const AnnotateResultSchema = z
  .strictObject({
    id: z.string(),
    engine: z.strictObject({ name: z.literal('tifa'), version: z.string() }),
    lexicon: z.strictObject({ version: z.string(), digest: z.string(), entries: z.int().min(0) }),
    options: OptionsSchema,
    document: DocumentSchema,
    offsetEncoding: z.enum(OFFSET_ENCODINGS),
    mentions: z.array(MentionSchema),
    rejected: z.array(RejectedSchema).optional(),
    discoveries: z.array(DiscoveredSchema).optional(),
    terms: z.record(z.string(), TermSummarySchema).optional(),
    lenses: z.array(LensProfileSchema),
    statistics: z.strictObject({
      mentions: z.int().min(0),
      terms: z.int().min(0),
      perThousand: z.number().min(0),
      unit: z.enum(['words', 'han']),
      bySubject: z.partialRecord(z.enum(SUBJECT_IDS), z.int().min(0)),
    }),
    sets: z.array(SetCoverageSchema).optional().meta({
      description: 'Of numbered slogans with listed members: which the document names near a mention.',
    }),
    warnings: z.array(z.strictObject({ code: z.string(), detail: z.string() })),
  })
  .meta({
    id: 'AnnotateResult',
    description: 'The annotations of one document, with all that is needed to reproduce them.',
  });
