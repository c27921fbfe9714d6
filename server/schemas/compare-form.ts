/** The form of the page `/compare`. */
import { z } from 'zod';

export const CompareFormSchema = z.strictObject({
  a: z.string().default(''),
  b: z.string().default(''),
  nameA: z.string().max(300).default(''),
  nameB: z.string().max(300).default(''),
});

export type CompareForm = z.infer<typeof CompareFormSchema>;
