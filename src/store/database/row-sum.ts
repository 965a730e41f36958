/** The checksum of a row: shows whether the disk changed the row after it was written. */
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { crc32 } from 'node:zlib';

type Value = SQLInputValue | SQLOutputValue;

/**
 * CRC-32 over the values of a row. The type of each value is included, so that values of two types never look equal.
 */
export function rowSum(values: readonly Value[]): number {
  let sum = 0;
  for (const value of values) {
    if (value === null) sum = crc32('n;', sum);
    else if (typeof value === 'string') sum = crc32(value, crc32(`s${value.length};`, sum));
    else if (ArrayBuffer.isView(value)) sum = crc32(bytesOf(value), crc32(`b${value.byteLength};`, sum));
    else sum = crc32(`i${value};`, sum);
  }
  return sum;
}

function bytesOf(view: NodeJS.ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
