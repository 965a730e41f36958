/** A blob is now read in pieces and was read whole before, or the other way round. */
import { documentedType } from '../../../model/index.ts';
import { noMatch } from '../../findings/finding.ts';
import type { ShapeRule } from '../../findings/pairs.ts';
import { areOrIs, fields, fieldsVerb, inDirection, type Telling } from '../../wording/telling.ts';

export const streamingChanged: ShapeRule = {
  id: 'streaming-changed',
  subject: 'shape',
  mirror: 'streaming-changed',
  severity: { request: 'safe', response: 'breaking' },
  audience: 'sdk',
  needs: ['fields', 'streaming'],
  description:
    'A stream is read piece by piece, bytes come whole: code for one does not work with the other. In a request both take bytes and files.',
  advice: 'Read a stream with `.read()` or `.iter_chunks()`; use bytes as they are.',
  sentence: streamed,
  example: {
    before: 'GetObject response Body bytes',
    after: 'GetObject response Body stream',
    line: 'streaming-changed GetObject response Body bytes>stream breaking',
    says: {
      request: 'safe: `Body` is streamed now in requests',
      response: 'breaking: `Body` is a stream now — read it with `.iter_chunks()`',
    },
  },
  find({ before, after }) {
    if (before.kind === after.kind || ![before, after].every(({ kind }) => kind === 'blob' || kind === 'stream'))
      return noMatch;
    const [old, now] = [documentedType(before), documentedType(after)];
    return [{ value: `${old}>${now}`, before: old, after: now }];
  },
};

function streamed(telling: Telling): string {
  const isStream = telling.change.after === 'stream';
  if (telling.direction === 'request')
    return `${fields(telling)} ${areOrIs(telling)} ${isStream ? 'streamed now' : 'no longer streamed'}${inDirection(telling)}`;
  return isStream
    ? `${fields(telling)} ${fieldsVerb(telling, 'is a stream', 'are streams')} now — read ${fieldsVerb(telling, 'it', 'them')} with \`.iter_chunks()\``
    : `${fields(telling)} ${fieldsVerb(telling, 'is no longer a stream — it comes', 'are no longer streams — they come')} as bytes, whole`;
}
