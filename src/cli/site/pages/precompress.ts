/**
 * Compresses files in advance, beside the original, as `nginx` (`gzip_static`, `brotli_static`), Caddy and others
 * expect.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Text files; pictures and fonts are compressed already. */
const isText = /\.(html|css|js|json|xml|md|txt|svg|opml|webmanifest)$/;

/** Bytes. Smaller files save less than a request costs. */
const minBytes = 1024;

/** The compressed forms of a file, with their names; none if they would not be smaller. */
export function compressedForms(name: string, bytes: Uint8Array): readonly (readonly [string, Uint8Array])[] {
  if (!isText.test(name) || bytes.length < minBytes) return [];
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    // Of 11 levels; the higher ones take ten times as long, and save another tenth.
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const forms = [
    [`${name}.br`, brotliCompressSync(bytes, { params })],
    [`${name}.gz`, gzipSync(bytes, { level: 9 })],
  ] as const;
  return forms.filter(([, form]) => form.length < bytes.length);
}

/** Writes the compressed forms of files in a folder, and gives their names. */
export function precompress(folder: string, names: Iterable<string>): readonly string[] {
  const written: string[] = [];
  for (const name of names)
    for (const [form, bytes] of compressedForms(name, readFileSync(join(folder, name)))) {
      writeFileSync(join(folder, form), bytes);
      written.push(form);
    }
  return written;
}
