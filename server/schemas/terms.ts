/** What `/v1/terms`, `/v1/lenses` and `/v1/lexicon` take and give. */
import { z } from 'zod';
import { LAYER_IDS } from '../../src/lexicon/layers.ts';
import { BASES, EntrySchema, LensSchema, RELATIONS } from '../../src/lexicon/schema.ts';
import { SUBJECT_IDS } from '../../src/lexicon/subjects.ts';
import { LONGEST_QUERY } from '../../src/search/query.ts';
import { TERM_ORDERS } from '../../src/search/search-terms.ts';
import { queryList } from './annotate.ts';
import { SourceSchema, termSummary } from './result.ts';

/** Most terms on one page of an answer, and how many where a request does not say. */
const MOST_TERMS = 200;
export const USUAL_TERMS = 20;

export const TermsQuerySchema = z.strictObject({
  q: z.string().max(LONGEST_QUERY, `Must be at most ${LONGEST_QUERY} characters`).default('').meta({
    description:
      'English, simplified or traditional Chinese, pinyin with or without tones, initials. Empty: all, by label.',
  }),
  subject: queryList(SUBJECT_IDS, 'Only these subjects.').optional(),
  layer: queryList(LAYER_IDS, 'Only these layers.').optional(),
  number: z
    .string()
    .regex(/^[1-9]\d?$/, 'Must be a number from 1 to 99')
    .transform(Number)
    .optional()
    .meta({
      description: 'Only entries whose Chinese begins with this number, as *Two …* and *Four …* do.',
      override: { type: 'integer', minimum: 1, maximum: 99 },
    }),
  order: z
    .enum(TERM_ORDERS, 'Must be best, label or pinyin')
    .default('best')
    .meta({ description: '`best` first, by `label`, or by `pinyin`. Without a query `best` is by label.' }),
  limit: z
    .string()
    .regex(/^\d{1,4}$/, 'Must be a whole number')
    .transform(Number)
    .pipe(z.number().min(1, 'Must be at least 1').max(MOST_TERMS, `Must be at most ${MOST_TERMS}`))
    .default(USUAL_TERMS)
    .meta({
      description: 'Most terms to give at once.',
      override: { type: 'integer', minimum: 1, maximum: MOST_TERMS, default: USUAL_TERMS },
    }),
  cursor: z.string().max(200).optional().meta({ description: '`next` of the answer before this one.' }),
});

export type TermsQuery = z.infer<typeof TermsQuerySchema>;

const { zh, members, forms, ambiguousWith, distinctive, cues, unless, examples, note, reviewed } = EntrySchema.shape;

export const FoundTermSchema = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    zh,
    gloss: z.string(),
    subject: z.enum(SUBJECT_IDS),
    layer: z.enum(LAYER_IDS),
    matched: z
      .string()
      .meta({ description: 'Why it was found, as in `pinyin: xin zhi sheng chan li`; empty without a query.' }),
    url: z.string(),
  })
  .meta({ id: 'FoundTerm' });

export const TermsAnswerSchema = z
  .strictObject({
    terms: z.array(FoundTermSchema).meta({ description: 'Best first.' }),
    total: z.int().min(0),
    next: z.string().nullable().meta({ description: 'Cursor of the terms that follow; null at the end.' }),
    nearest: z
      .array(FoundTermSchema)
      .optional()
      .meta({ description: 'Where nothing was found: the terms most like the query.' }),
  })
  .meta({ id: 'Terms' });

export const TermSchema = z
  .strictObject({
    id: z.string(),
    ...termSummary,
    official: z.string().optional().meta({ description: 'The preferred official English, where there is one.' }),
    members,
    forms,
    ambiguousWith,
    distinctive,
    cues,
    unless,
    related: z.array(z.strictObject({ id: z.string(), as: z.enum(RELATIONS), label: z.string(), url: z.string() })),
    examples,
    note,
    reviewed,
    lexicon: z.strictObject({ version: z.string(), digest: z.string(), licence: z.string() }),
  })
  .meta({ id: 'Term', description: 'A whole entry, with its sources and readings written out.' });

const { themes, ...lens } = LensSchema.shape;

export const LensAnswerSchema = z
  .strictObject({
    ...lens,
    source: SourceSchema.optional(),
    themes: z.array(
      z.strictObject({
        ...themes.element.shape,
        terms: z
          .array(z.strictObject({ id: z.string(), label: z.string(), basis: z.enum(BASES), url: z.string() }))
          .meta({ description: 'The entries of which the theme has a reading.' }),
      }),
    ),
  })
  .meta({ id: 'Lens', description: 'A source as a framework of themes, paraphrased.' });

export const LexiconAnswerSchema = z
  .strictObject({
    version: z.string(),
    digest: z.string(),
    licence: z.string(),
    engine: z.strictObject({ name: z.literal('tifa'), version: z.string() }),
    entries: z.int().min(0),
    byLayer: z.record(z.enum(LAYER_IDS), z.int().min(0)),
    bySubject: z.record(z.enum(SUBJECT_IDS), z.int().min(0)),
    forms: z.strictObject({ en: z.int().min(0), zh: z.int().min(0) }),
    readings: z.int().min(0),
    sources: z.int().min(0),
    lenses: z.array(z.strictObject({ id: z.string(), title: z.string(), url: z.string() })),
    retired: z.int().min(0),
  })
  .meta({ id: 'Lexicon' });
