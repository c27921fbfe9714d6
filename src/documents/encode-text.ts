/** Text to bytes in the encodings that the platform can only decode: made by asking what each pair of bytes stands for. */

const tables = new Map<string, ReadonlyMap<string, number>>();

/** Two-byte codes of an encoding, by character. */
function tableOf(encoding: string): ReadonlyMap<string, number> {
  let table = tables.get(encoding);
  if (table === undefined) {
    const decoder = new TextDecoder(encoding);
    const codes = new Map<string, number>();
    for (let byte = 0x80; byte < 0x100; byte++) {
      const one = decoder.decode(Uint8Array.of(byte));
      if (one.length === 1 && one !== '\ufffd') codes.set(one, byte);
    }
    for (let lead = 0x81; lead < 0xff; lead++) {
      for (let trail = 0x40; trail < 0xff; trail++) {
        const pair = decoder.decode(Uint8Array.of(lead, trail));
        if ([...pair].length === 1 && pair !== '\ufffd' && !codes.has(pair)) codes.set(pair, (lead << 8) | trail);
      }
    }
    table = codes;
    tables.set(encoding, table);
  }
  return table;
}

function encodeUtf16(text: string, isBig: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), !isBig);
  return new Uint8Array(view.buffer);
}

/** The character without its accents, where that is ASCII. */
function plain(character: string): string | undefined {
  const base = character.normalize('NFD').replace(/\p{M}/gu, '');
  return /^[ -~]+$/.test(base) ? base : undefined;
}

/** The bytes of a text. What the encoding does not have loses its accents, or becomes what `spell` makes of it, which is ASCII. */
export function encodeText(text: string, encoding: string, spell: (character: string) => string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) return encodeUtf16(text, encoding === 'utf-16be');
  const table = tableOf(encoding);
  const bytes: number[] = [];
  const put = (ascii: string) => bytes.push(...Array.from(ascii, (letter) => letter.charCodeAt(0) & 0x7f));
  for (const character of text) {
    const code = table.get(character);
    if (character < '\x80') put(character);
    else if (code === undefined) put(plain(character) ?? spell(character));
    else if (code > 0xff) bytes.push(code >> 8, code & 0xff);
    else bytes.push(code);
  }
  return Uint8Array.from(bytes);
}

/** A character as a reference that HTML, XML and Markdown understand. */
export const characterReference = (character: string) => `&#${character.codePointAt(0)};`;
