/** What may be asked of `/v1/annotate` and `/v1/annotate/batch`. */
import { z } from 'zod';
import { type AnnotateOptions, DEFAULT_OPTIONS } from '../../src/annotate/options.ts';
import { NOTE_POLICIES } from '../../src/documents/notes.ts';
import { LAYER_IDS } from '../../src/lexicon/layers.ts';
import { SUBJECT_IDS } from '../../src/lexicon/subjects.ts';
import { OFFSET_ENCODINGS } from '../../src/text/encoding.ts';

/** Longest id of a document, in UTF-16 units. */
const LONGEST_ID = 1024;

const options = {
  overlap: z.enum(['longest', 'all']).meta({
    description: '`longest`: leftmost-longest, disjoint mentions; `all`: every mention, also inside others.',
    default: DEFAULT_OPTIONS.overlap,
  }),
  minConfidence: z.number().min(0).max(1).meta({
    description: 'Least confidence of a mention.',
    default: DEFAULT_OPTIONS.minConfidence,
  }),
  layers: z.array(z.enum(LAYER_IDS)).min(1).meta({
    description: 'Layers to report. Institutions and the commentators’ own words only come when asked for.',
    default: DEFAULT_OPTIONS.layers,
  }),
  subjects: z.array(z.enum(SUBJECT_IDS)).min(1).meta({ description: 'Subjects to report; by default all.' }),
  terms: z.enum(['used', 'none']).meta({
    description: '`used`: the entries behind the mentions come with the result; `none`: they do not.',
    default: DEFAULT_OPTIONS.terms,
  }),
  explain: z.boolean().meta({
    description: 'Whether to say which candidates were turned down, and why.',
    default: DEFAULT_OPTIONS.explain,
  }),
  discover: z.boolean().meta({
    description: 'Whether to look for likely formulations that no entry lists.',
    default: DEFAULT_OPTIONS.discover,
  }),
  offsetEncoding: z.enum(OFFSET_ENCODINGS).meta({
    description: 'Unit of all offsets: UTF-16 units, bytes of UTF-8, or code points.',
    default: DEFAULT_OPTIONS.offsetEncoding,
  }),
} satisfies Record<keyof AnnotateOptions, z.ZodType>;

const document = {
  id: z.string().max(LONGEST_ID).meta({ description: "The caller's id of the document, given back as it is." }),
  metadata: z
    .record(z.string().max(LONGEST_ID), z.string().max(LONGEST_ID))
    .meta({ description: 'Company, date, address …: given back with the result.' }),
};

export const AnnotateRequestSchema = z
  .strictObject({
    text: z.string().meta({ description: 'The document. Offsets in the result index this string.' }),
    ...z.strictObject({ ...document, ...options }).partial().shape,
  })
  .meta({
    id: 'AnnotateRequest',
    description: 'A text and how to annotate it. Unknown members are refused.',
    example: { text: 'Party branches became the Red Engine of production at the Baogang Group.' },
  });

export type AnnotateRequest = z.infer<typeof AnnotateRequestSchema>;

/** A list in a query: `a,b`, or the parameter several times. */
export function queryList<T extends string>(values: readonly [T, ...T[]] | readonly T[], description: string) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform((given) =>
      [given]
        .flat()
        .flatMap((part) => part.split(','))
        .filter((part) => part !== ''),
    )
    .pipe(z.array(z.enum(values)).min(1))
    .meta({
      description,
      param: { style: 'form', explode: false },
      override: ({ jsonSchema }) => {
        delete jsonSchema.anyOf;
        Object.assign(jsonSchema, { type: 'array', items: { type: 'string', enum: [...values] } });
      },
    });
}

const queryNumber = (schema: z.ZodNumber) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, 'Must be a number')
    .transform(Number)
    .pipe(schema);

/** The options as parameters of a query, for bodies that are the text itself. */
export const AnnotateQuerySchema = z.strictObject({
  id: document.id.optional(),
  overlap: options.overlap.optional(),
  minConfidence: queryNumber(z.number().min(0).max(1))
    .optional()
    .meta({
      description: 'Least confidence of a mention.',
      override: { type: 'number', minimum: 0, maximum: 1, default: 0.5 },
    }),
  layers: queryList(LAYER_IDS, 'Layers to report.').optional(),
  subjects: queryList(SUBJECT_IDS, 'Subjects to report; by default all.').optional(),
  terms: options.terms.optional(),
  explain: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .optional()
    .meta({
      description: 'Whether to say which candidates were turned down.',
      override: { type: 'boolean', default: false },
    }),
  discover: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .optional()
    .meta({
      description: 'Whether to look for likely formulations that no entry lists.',
      override: { type: 'boolean', default: false },
    }),
  offsetEncoding: options.offsetEncoding.optional(),
});

/** As {@link AnnotateQuerySchema}, with what documents that come back with notes may be asked for. */
export const DocumentQuerySchema = AnnotateQuerySchema.extend({
  notes: z.enum(NOTE_POLICIES).optional().meta({
    description:
      'Where the document itself is accepted: which mentions get a note; by default the first of each section.',
  }),
  mrk: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .optional()
    .meta({
      description: 'Where XLIFF is accepted: whether mentions are also marked with `<mrk>`.',
      override: { type: 'boolean', default: false },
    }),
});

/** Puts a request apart into text, options and what is known of the document. Members that are undefined are left out. */
export function partsOf(request: Partial<AnnotateRequest> | z.infer<typeof AnnotateQuerySchema>) {
  const given = Object.entries(request).filter(([, value]) => value !== undefined);
  return {
    options: Object.fromEntries(given.filter(([name]) => Object.hasOwn(options, name))) as AnnotateOptions,
    document: Object.fromEntries(given.filter(([name]) => Object.hasOwn(document, name))) as {
      id?: string;
      metadata?: Record<string, string>;
    },
  };
}
