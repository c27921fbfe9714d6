/**
 * The shape of the lexicon's YAML files, strict at every depth: a misspelt key is an error.
 * Field by field, with a worked example: `lexicon/README.md`.
 */
import { z } from 'zod';
import type { LayerId } from './layers.ts';

const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens, as in red-engine');
const Line = z.string().trim().min(1, 'must not be empty');
const SourceIds = z.array(Id).min(1, 'name at least one source id of lexicon/sources.yaml');
const IsoDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD');

export const LAYERS = ['formulation', 'policy', 'institution', 'analyst'] as const satisfies readonly LayerId[];
export const ZH_STATUSES = ['attested', 'inferred', 'back-translated'] as const;
export const FORM_STATUSES = ['official', 'attested', 'translated', 'misleading'] as const;
export const BASES = ['term', 'passage', 'listed'] as const;
export const RELATIONS = ['broader', 'narrower', 'member-of', 'contrasts-with', 'seen-with'] as const;
export const SOURCE_KINDS = [
  'party-document',
  'government',
  'state-media',
  'company',
  'scholarship',
  'press',
  'ngo',
] as const;

const Chinese = z.strictObject({
  hans: Line,
  hant: Line,
  /** By word, with tone marks. */
  pinyin: Line,
  status: z.enum(ZH_STATUSES),
});

/** A listed rendering. `distinctive` here overrides the entry's for this one form. */
export const FormSchema = z.strictObject({
  text: Line,
  status: z.enum(FORM_STATUSES),
  distinctive: z.boolean().optional(),
});

/** A Chinese form: plain text, or with its own `distinctive`. */
const ChineseForm = z.union([Line, z.strictObject({ text: Line, distinctive: z.boolean().optional() })]);

const Statement = z.strictObject({ text: Line, sources: SourceIds });

const Origin = z.strictObject({ who: Line, where: Line, when: Line, sources: z.array(Id).default([]) });

const Member = z.strictObject({ text: Line, zh: Line.optional(), term: Id.optional() });

/**
 * An antipattern. Exactly one of: `near` (any of these words within `within` tokens to either side),
 * `han` or `en` (a longer string that contains the form and means something else).
 */
const Unless = z
  .strictObject({
    id: Id,
    near: z.array(Line).min(1).optional(),
    within: z.int().min(1).max(40).optional(),
    han: Line.optional(),
    en: Line.optional(),
    why: Line,
  })
  .refine((u) => [u.near, u.han, u.en].filter((x) => x !== undefined).length === 1, {
    message: 'give exactly one of near, han, en',
  })
  .refine((u) => u.within === undefined || u.near !== undefined, {
    message: 'within counts tokens around near: it needs near',
    path: ['within'],
  });

const Reading = z.strictObject({
  lens: Id,
  theme: Id,
  basis: z.enum(BASES),
  text: Line,
  differs: Line.optional(),
});

const NoMatch = z.strictObject({ text: Line, because: Line });

export const EntrySchema = z
  .strictObject({
    id: Id,
    layer: z.enum(LAYERS),
    label: Line,
    zh: Chinese.optional(),
    gloss: Line.max(200, 'a gloss is one sentence of at most 200 characters'),
    literal: Line.optional(),
    definition: Statement.optional(),
    origin: Origin.optional(),
    members: z.array(Member).default([]),
    forms: z.strictObject({
      en: z.array(FormSchema).default([]),
      zh: z.array(ChineseForm).default([]),
    }),
    ambiguousWith: z.array(Id).default([]),
    distinctive: z.boolean(),
    cues: z.array(Line).default([]),
    unless: z.array(Unless).default([]),
    readings: z.array(Reading).default([]),
    related: z.array(z.strictObject({ id: Id, as: z.enum(RELATIONS) })).default([]),
    examples: z.strictObject({ match: z.array(Line), noMatch: z.array(NoMatch).default([]) }),
    note: Line.optional(),
    reviewed: z.strictObject({ on: IsoDate, sources: SourceIds }).optional(),
  })
  .superRefine((entry, context) => {
    const need = (key: 'zh' | 'literal' | 'definition' | 'origin') => {
      if (entry[key] === undefined) {
        context.addIssue({ code: 'custom', path: [key], message: `a ${entry.layer} entry needs ${key}` });
      }
    };
    if (entry.layer !== 'analyst') need('zh');
    if (entry.layer === 'formulation' || entry.layer === 'policy') {
      need('literal');
      need('definition');
      need('origin');
    }
    if (entry.layer === 'institution') need('definition');
  });

export const SourceSchema = z.strictObject({
  id: Id,
  title: Line,
  publisher: Line,
  kind: z.enum(SOURCE_KINDS),
  /** `uncertain` where the page gives none. */
  date: z.union([IsoDate, z.literal('uncertain')]),
  url: z.url({ protocol: /^https?$/ }),
  language: z.enum(['en', 'zh', 'de', 'fr', 'ja']),
  note: Line.optional(),
});

export const LensSchema = z.strictObject({
  id: Id,
  title: Line,
  /** The source id of the text that this lens paraphrases. */
  source: Id,
  publisher: Line,
  author: Line.optional(),
  date: z.strictObject({ value: IsoDate, status: z.enum(['stated', 'inferred']), note: Line.optional() }),
  url: z.url({ protocol: /^https?$/ }),
  /** One neutral sentence on where the source stands. */
  standpoint: Line,
  themes: z.array(z.strictObject({ id: Id, title: Line, place: Line, claim: Line })).min(1),
});

export const RetiredSchema = z.strictObject({ id: Id, successor: Id.optional(), on: IsoDate, why: Line });

const Word = z.string().regex(/^[a-z]+$/, 'a synonym is one word in lower case: the compiler supplies its inflections');

/** `synonyms.yaml`: words that translators of Party language put for each other. */
export const SynonymGroupSchema = z.array(Word).min(2, 'a group has two words at least');

export type Layer = LayerId;
export type FormStatus = (typeof FORM_STATUSES)[number];
export type Entry = z.infer<typeof EntrySchema>;
export type Source = z.infer<typeof SourceSchema>;
export type Lens = z.infer<typeof LensSchema>;
export type Retired = z.infer<typeof RetiredSchema>;
