/** The name of a content. */
import { createHash } from 'node:crypto';

/** The hash of a content: 32 hexadecimal digits of SHA-256. */
export function contentHash(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
