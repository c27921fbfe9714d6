/** The encoding that an HTML page or an XML file says it is in. */

/** Bytes in which a page has to say so. */
const REACH = 2048;

/** The name that is declared, if any. */
export function declaredEncodingOf(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, REACH));
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head);
  const html = /<meta\b[^>]*\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(head);
  return (xml ?? html)?.[1];
}
