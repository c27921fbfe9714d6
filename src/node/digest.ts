/** SHA-256 digests as results print them. */
import { hash } from 'node:crypto';

/** `sha256-` and the base64 digest of a text in UTF-8, or of bytes. */
export function sha256(content: string | Uint8Array): string {
  return `sha256-${hash('sha256', content, 'base64')}`;
}
