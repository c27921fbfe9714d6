/** Colour as the terminal and its user want it: NO_COLOR, FORCE_COLOR and TERM are heeded by Node itself. */
import { styleText } from 'node:util';
import type { Paint } from '../formats/paint.ts';

/** Paints for standard output. */
export const paint: Paint = (style, text) => styleText(style, text, { stream: process.stdout });

const WIDEST = 100;

/** Columns of text on standard output: the terminal's, at most 100; 80 where there is no terminal. */
export function outputWidth(): number {
  return Math.min(process.stdout.columns || 80, WIDEST);
}
