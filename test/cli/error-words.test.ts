/** Tests the sentence that people get for an error: what the system said, whatever library passed it on, and what was never meant to happen. */
import { expect, test } from 'vitest';
import { explain } from '../../src/cli/explain.ts';
import { UsageError } from '../../src/cli/io.ts';
import { nearestOf, offer } from '../../src/cli/nearest.ts';
import { reasonOf, systemErrorOf } from '../../src/cli/system-error.ts';
import { SourceError } from '../../src/sources/index.ts';

const systemError = (code: string, path?: string) => Object.assign(new Error('no words'), { code, path });

test.each([
  ['ENOSPC', 'the disk is full'],
  ['EACCES', 'it may not be written or read by you'],
  ['EPERM', 'it may not be written or read by you'],
  ['EROFS', 'it is on a read-only file system'],
  ['ENOTDIR', 'a part of its path is no folder'],
  ['EISDIR', 'it is a folder'],
  ['ENOENT', 'it does not exist'],
  ['EEXIST', 'something else is there already'],
  ['EDQUOT', 'your share of the disk is used up'],
  ['EFBIG', 'it would be larger than the limit on this machine allows (`ulimit -f unlimited` lifts it)'],
  ['EMFILE', 'too many files are open (`ulimit -n 1024` raises the limit)'],
  ['ENFILE', 'too many files are open on this machine'],
  ['EIO', 'the disk is full, or fails'],
  ['ENAMETOOLONG', 'its name is too long for the disk'],
  ['ELOOP', 'it is a link that leads to itself'],
])('%s is told in words', (code, reason) => {
  expect(explain(systemError(code, 'a/b.txt'))).toBe(`\`a/b.txt\` cannot be used: ${reason}.`);
  expect(explain(systemError(code))).toBe(`A file cannot be used: ${reason}.`);
});

test('an error of the system is found in what it caused, and in the words of a library', () => {
  const inside = new Error('outer', { cause: new Error('middle', { cause: systemError('ENOSPC', 'a') }) });
  expect(systemErrorOf(inside)).toMatchObject({ code: 'ENOSPC', path: 'a', reason: 'the disk is full' });
  expect(systemErrorOf(new Error("ENOSPC: no space left, write 'a/b'"))).toMatchObject({ code: 'ENOSPC', path: 'a/b' });
  expect(systemErrorOf(new Error('failed: EACCES: denied'))).toMatchObject({ code: 'EACCES', path: undefined });
  expect(systemErrorOf(new Error('Worker initialization failure: EMFILE'))).toMatchObject({ code: 'EMFILE' });
  expect(systemErrorOf(new Error('Cannot read package config a/package.json: too many open files.'))).toMatchObject({
    code: 'EMFILE',
  });
  for (const [number, code] of [
    ['13', 'EACCES'],
    ['24', 'EMFILE'],
    ['27', 'EFBIG'],
    ['28', 'ENOSPC'],
    ['30', 'EROFS'],
  ])
    expect(systemErrorOf(new Error(`No room (os error ${number})`))?.code).toBe(code);
  expect(systemErrorOf(new Error('EOTHER: what'))).toBeUndefined();
  expect(systemErrorOf(new Error('(os error 99)'))).toBeUndefined();
  expect(systemErrorOf('ENOSPC: a text')).toBeUndefined();
});

test('an error that causes itself ends', () => {
  const error = new Error('round');
  error.cause = error;
  expect(systemErrorOf(error)).toBeUndefined();
  let deep: Error = systemError('ENOSPC');
  for (let depth = 0; depth < 8; depth++) deep = new Error('around', { cause: deep });
  expect(systemErrorOf(deep)).toBeUndefined();
  expect(systemErrorOf(deep.cause)?.code).toBe('ENOSPC');
});

test('the reason alone', () => {
  expect(reasonOf(systemError('EISDIR'))).toBe('it is a folder');
  expect(reasonOf(new Error('something else'))).toBe('something else');
  expect(reasonOf('a text')).toBe('a text');
});

test('what is meant for people is a sentence, and everything else keeps its stack', () => {
  expect(explain(new UsageError('Say what'))).toBe('Say what.');
  expect(explain(new SourceError('Say what!'))).toBe('Say what!');
  expect(explain(new SourceError('\u001b[2J a?'))).toBe('\\u001b[2J a?');
  const bug = new TypeError('x is not a function');
  expect(explain(bug)).toBe(`apidelta failed, and should not have: ${bug.stack}`);
  expect(explain('thrown text')).toBe('thrown text');
});

test.each<[string, readonly string[], readonly string[]]>([
  ['CreateListner', ['CreateListener', 'DeleteListener', 'Other'], ['CreateListener']],
  ['createlistener', ['CreateListener'], ['CreateListener']],
  // Of few letters two may differ.
  ['ab', ['xy', 'xyz', 'abcd', 'abcde'], ['xy', 'abcd']],
  ['abcdefghi', ['abcdefxyz', 'abcdewxyz'], ['abcdefxyz']],
  ['Port', ['HealthCheckPort', 'Part'], ['Part', 'HealthCheckPort']],
  ['HealthCheckPort', ['Port', 'He'], ['Port']],
  ['aaa', ['aab', 'aac', 'aad', 'aae'], ['aab', 'aac', 'aad']],
  ['zzzzzz', ['aaaaaa'], []],
])('near to %s of %j are %j', (wanted, names, near) => {
  expect(nearestOf(wanted, names)).toEqual(near);
});

test('what is near is offered', () => {
  expect(offer('Part', ['Port', 'Pert', 'Other'])).toBe('; nearest: Pert, Port');
  expect(offer('zzzzzz', ['Port'])).toBe('');
});
