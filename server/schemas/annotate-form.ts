/** The form of the page `/annotate`. */
import { z } from 'zod';
import { DEFAULT_OPTIONS } from '../../src/annotate/options.ts';
import { LAYER_IDS } from '../../src/lexicon/layers.ts';

/** Thresholds that the form offers. */
export const CONFIDENCES = ['0.3', '0.5', '0.8'] as const;

/** What the page offers to download. */
export const DOWNLOADS = ['json', 'csv', 'html', 'webanno'] as const;

export const AnnotateFormSchema = z.strictObject({
  text: z.string().default(''),
  /** Name of the file that the text came from. */
  name: z.string().max(300).default(''),
  minConfidence: z.enum(CONFIDENCES).default('0.5'),
  layer: z.array(z.enum(LAYER_IDS)).default([...DEFAULT_OPTIONS.layers]),
  /** A download instead of the page. */
  as: z.enum(DOWNLOADS).optional(),
  /** Number of the first card to show, from 0. */
  from: z
    .string()
    .regex(/^\d{1,5}$/, 'Must be a whole number')
    .transform(Number)
    .default(0),
});

export type AnnotateForm = z.infer<typeof AnnotateFormSchema>;
