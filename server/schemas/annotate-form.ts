/** The form of the page `/annotate`. */
import { z } from 'zod';
import { DEFAULT_OPTIONS } from '../../src/annotate/options.ts';
import { LAYER_IDS } from '../../src/lexicon/layers.ts';

/** Thresholds that the form offers. */
export const CONFIDENCES = ['0.3', '0.5', '0.8'] as const;

export const AnnotateFormSchema = z.strictObject({
  text: z.string(),
  minConfidence: z.enum(CONFIDENCES).default('0.5'),
  layer: z.array(z.enum(LAYER_IDS)).default([...DEFAULT_OPTIONS.layers]),
});

export type AnnotateForm = z.infer<typeof AnnotateFormSchema>;

/** The fields of a form body as the schema takes them. Line ends come back as they were typed: browsers send CRLF. */
export function formFields(body: string): Record<string, unknown> {
  const fields = new URLSearchParams(body);
  const layers = fields.getAll('layer');
  fields.delete('layer');
  const single = Object.fromEntries([...fields].map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]));
  return layers.length === 0 ? single : { ...single, layer: layers };
}
