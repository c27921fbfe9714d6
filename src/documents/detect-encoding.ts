/** Which Chinese encoding bytes are in that are not UTF-8: by how usual the characters are that each encoding would make of them. */

/** Bytes that are looked at. */
const SAMPLE = 64 * 1024;
/** Least two-byte characters for a verdict. */
const LEAST = 12;
/** Share of usual characters that a text in its own encoding has at least, and by how much it must lead. */
const USUAL = 0.7;
const LEAD = 0.15;

interface Tally {
  pairs: number;
  usual: number;
}

/** Counts two-byte characters; `isUsual` says whether one is common in its encoding. */
function tally(bytes: Uint8Array, isUsual: (lead: number, trail: number) => boolean): Tally {
  let pairs = 0;
  let usual = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    const lead = bytes[i] as number;
    if (lead < 0x81) continue;
    const trail = bytes[++i] as number;
    pairs++;
    if (isUsual(lead, trail)) usual++;
  }
  return { pairs, usual };
}

const shareOf = ({ pairs, usual }: Tally) => (pairs < LEAST ? 0 : usual / pairs);

function isValid(bytes: Uint8Array, encoding: string, isWhole: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isWhole });
    return true;
  } catch {
    return false;
  }
}

/** Level 1 of GB 2312 and its punctuation; full-width forms. */
const isUsualGb = (lead: number, trail: number) =>
  trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3));

/** Frequently used characters of Big5 and its punctuation. */
const isUsualBig5 = (lead: number, trail: number) =>
  lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe));

/** A share of 16-bit units that are ideographs, Chinese punctuation or ASCII. */
function shareOfUtf16(bytes: Uint8Array, highByte: 0 | 1): number {
  let usual = 0;
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const high = bytes[i + highByte] as number;
    const low = bytes[i + 1 - highByte] as number;
    const isAsciiUnit = high === 0 && low < 0x80 && low !== 0;
    if (isAsciiUnit || (high >= 0x4e && high <= 0x9f) || high === 0x30 || high === 0x20 || high === 0xff) usual++;
  }
  return usual / (bytes.length >> 1 || 1);
}

/** UTF-16 without a mark whose text is Chinese: the bytes have hardly any zeros to go by. */
export function detectUtf16Chinese(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0 || bytes.length < 2 * LEAST) return undefined;
  const sample = bytes.subarray(0, SAMPLE);
  const [little, big] = [shareOfUtf16(sample, 1), shareOfUtf16(sample, 0)];
  if (Math.max(little, big) < 0.95 || Math.abs(little - big) < 0.3) return undefined;
  return little > big ? 'utf-16le' : 'utf-16be';
}

/** GB 18030 or Big5, where the bytes leave no doubt; undefined where they do. */
export function detectChinese(bytes: Uint8Array): 'gb18030' | 'big5' | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  const gb = shareOf(tally(sample, isUsualGb));
  // Trails of Big5 below A1 are what GB 2312 never has; text that has none of them is not Big5.
  const hasLowTrails = tally(sample, (_lead, trail) => trail < 0x7f).usual > 0;
  const big5 = hasLowTrails ? shareOf(tally(sample, isUsualBig5)) : 0;
  const [best, share, other] = gb >= big5 ? (['gb18030', gb, big5] as const) : (['big5', big5, gb] as const);
  if (share < USUAL || share - other < LEAD) return undefined;
  return isValid(bytes, best, true) ? best : undefined;
}
