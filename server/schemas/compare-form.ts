/** The form of the page `/compare`. */
import { z } from 'zod';

/** Most texts that are compared at once: a table of more could not be read. */
export const MOST_COMPARED = 6;

const Name = z.string().max(300);

export const CompareFormSchema = z.strictObject({
  a: z.string().default(''),
  b: z.string().default(''),
  nameA: Name.default(''),
  nameB: Name.default(''),
  /** Texts beyond the first two, and their names. */
  more: z
    .array(z.string())
    .max(MOST_COMPARED - 2, `At most ${MOST_COMPARED} texts are compared at once`)
    .default([]),
  nameMore: z.array(Name).default([]),
});

export type CompareForm = z.infer<typeof CompareFormSchema>;

/** A text to compare, with the name of its column. */
export interface ComparedText {
  name: string;
  text: string;
}

const ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'];

/** All texts of a form in their order. */
export function textsOf({ a, b, nameA, nameB, more, nameMore }: CompareForm): ComparedText[] {
  const names = [nameA, nameB, ...nameMore];
  return [a, b, ...more].map((text, i) => ({ text, name: names[i] || (ORDINALS[i] as string) }));
}
