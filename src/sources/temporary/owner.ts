/**
 * The names of a process's temporary files: they name their owner, so that the files of a killed process can be
 * recognised.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { errorCode } from '../error-code.ts';

/** The facts about the owner in a name. */
export interface Owner {
  readonly host: string;
  readonly pid: number;
  /** When the process began, as the system counts; `0` if the system does not tell. */
  readonly began: string;
  /** When the name was first used, in seconds. */
  readonly since: number;
}

/** The end of every name of this process. */
export const ownMark: string = markOf({
  host: createHash('sha256').update(hostname()).digest('hex').slice(0, 8),
  pid: process.pid,
  began: beginningOf(process.pid) ?? '0',
  since: Math.floor(Date.now() / 1000),
});

/** The mark of an owner: `1a2b3c4d-4711-k3f-sdk2j1`. */
export function markOf({ host, pid, began, since }: Owner): string {
  return `${host}-${pid}-${began}-${since.toString(36)}`;
}

const wholeMark = /^[0-9a-f]{8}-[0-9]{1,10}-[0-9a-z]{1,12}-[0-9a-z]{1,9}$/;

/** The pattern of a mark, for expressions that search for one in a name. */
export const markPattern: string = wholeMark.source.slice(1, -1);

/** Whether a text is a mark. */
export function isMark(text: string): boolean {
  return wholeMark.test(text);
}

/** Whether the process of a mark has ended. For another machine this is unknown, so its mark is valid for a day. */
export function isAbandoned(mark: string): boolean {
  const [host = '', pid = '', began = '', since = ''] = mark.split('-');
  if (mark === ownMark) return false;
  const [ownHost] = ownMark.split('-');
  if (host !== ownHost) return Date.now() / 1000 - Number.parseInt(since, 36) > longestWork;
  if (!isAlive(Number(pid))) return true;
  // The numbers of processes are reused: in a container every first process has the same one.
  const now = beginningOf(Number(pid));
  return began !== '0' && now !== undefined && now !== began;
}

/** Whether a process with this number exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** No build takes longer, in seconds. */
const longestWork = 24 * 60 * 60;

/** When a process began; undefined if the system has no `/proc`. */
function beginningOf(pid: number): string | undefined {
  try {
    // The name of the program stands in brackets, and may contain any characters; the beginning is the twentieth word
    // after it.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[19]);
    return Number.isSafeInteger(ticks) ? ticks.toString(36) : undefined;
  } catch {
    return undefined;
  }
}
