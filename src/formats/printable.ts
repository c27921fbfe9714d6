/** Text from documents as terminals may show it: on one line, and with no control character that a terminal would obey. */

const CONTROL = /\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return `\\u{${code.toString(16)}}`;
}

/** Line breaks and runs of white space become one space, other control characters are made visible. */
export function printable(text: string): string {
  return text.replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ').replace(CONTROL, visible);
}
