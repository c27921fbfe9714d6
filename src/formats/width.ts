/** Columns that text takes on a terminal: two for ideographs and other wide characters, none for combining marks. */

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Width of one line of text in terminal columns. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (character <= '~') width++;
    else if (!NONE.test(character)) width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** The text, with spaces after it up to `width` columns. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** The text cut to `width` columns, with an ellipsis where something is left out. */
export function truncateTo(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let cut = '';
  let used = 1;
  for (const character of text) {
    used += displayWidth(character);
    if (used > width) break;
    cut += character;
  }
  return `${cut.trimEnd()}…`;
}

/** What must stay on one line: a word with the space after it, or one ideograph with the closing punctuation after it. */
const PIECE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60][，。、；：！？）》」』”’]*|[^\s\p{Script=Han}]+\s*|\s+/gu;

/** Breaks text into lines of at most `width` columns, at spaces and between ideographs; longer words stay whole. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.replace(/\s+/g, ' ').trim().matchAll(PIECE)) {
    if (line !== '' && displayWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  lines.push(line.trimEnd());
  return lines;
}
