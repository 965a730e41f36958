/** A waiter that ends on different answers: one condition for another is a sentence, more of them stand below it. */
import { expect, test } from 'vitest';
import { cardSentence, cardsOf } from '../../../src/diff/index.ts';
import type { Json } from '../../../src/model/index.ts';
import { beforeAfter } from '../../../src/view/changes/before-after.ts';
import { changeOf } from '../../changes-by-hand.ts';

const status = { state: 'success', matcher: 'status', expected: 200 };
const noError = { matcher: 'error', state: 'success', expected: false };
const missing = { state: 'retry', matcher: 'error', expected: 'NotFound' };
const path = (matcher: string) => ({ state: 'failure', matcher, argument: 'Stacks[].Status', expected: 'FAILED' });

function told(before: Json, after: Json) {
  const details = { trait: 'acceptors', owner: 'TeaReady' };
  const change = changeOf('waiter-changed', 'TeaReady acceptors', { before, after, details, severity: 'dangerous' });
  const sentence = cardSentence(cardsOf([change])[0] as never);
  const shown = beforeAfter(change, sentence);
  return [sentence, ...(shown === null ? [] : [shown.before, shown.after])];
}

test.for<readonly [Json, Json, ...(string | null)[]]>([
  [[status, missing], [noError, missing], '`TeaReady` now succeeds without an error (before: succeeds at HTTP `200`)'],
  [[status], [status, missing], '`TeaReady` now also tries again at the error `NotFound`'],
  [[status, path('pathAny')], [status], '`TeaReady` no longer fails when one of `Stacks[].Status` is `FAILED`'],
  [
    [path('path')],
    [path('pathAll')],
    '`TeaReady` now fails when all of `Stacks[].Status` are `FAILED` (before: fails when `Stacks[].Status` is `FAILED`)',
  ],
  [
    [{ ...noError, expected: true }],
    [noError, missing],
    '`TeaReady` ends on different answers than before',
    'succeeds at any error',
    'succeeds without an error; tries again at the error NotFound',
  ],
  [[status, missing], [missing, status], '`TeaReady` ends on different answers than before'],
  [
    [status],
    [{ ...status, matcher: 'taste' }],
    '`TeaReady` now `{"expected":200,"matcher":"taste","state":"success"}` (before: succeeds at HTTP `200`)',
  ],
  // A state of a source may have any name, those of JavaScript's own properties too.
  [
    [status],
    [{ ...status, state: 'constructor' }],
    '`TeaReady` now `{"expected":200,"matcher":"status","state":"constructor"}` (before: succeeds at HTTP `200`)',
  ],
  [null, null, '`TeaReady` ends on different answers than before'],
])('%j to %j', ([before, after, ...expected]) => {
  expect(told(before, after)).toEqual(expected);
});
