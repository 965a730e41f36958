/** A blob is read piece by piece where it came whole before, or the other way round. */
import { documentedType } from '../../../model/index.ts';
import { noMatch, type ShapeRule } from '../../findings/pairs.ts';
import { subjectOf } from '../../wording.ts';

export const streamingChanged: ShapeRule = {
  id: 'streaming-changed',
  subject: 'shape',
  mirror: 'streaming-changed',
  severity: 'breaking',
  audience: 'sdk',
  needs: ['fields', 'streaming'],
  description: 'A stream is read piece by piece, bytes come whole: code for one does not work with the other.',
  sentence: (change) =>
    `${subjectOf(change)} ${change.value.endsWith('>stream') ? 'is a stream now' : 'is not a stream any more'}`,
  example: {
    before: 'GetObject response Body bytes',
    after: 'GetObject response Body stream',
    line: 'streaming-changed GetObject response Body bytes>stream breaking',
  },
  find({ before, after }) {
    if (before.kind === after.kind || ![before, after].every(({ kind }) => kind === 'blob' || kind === 'stream'))
      return noMatch;
    const [old, now] = [documentedType(before), documentedType(after)];
    return [{ value: `${old}>${now}`, before: old, after: now }];
  },
};
