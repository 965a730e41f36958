/** What kind of clone a repository is, and what it lacks: shallow ones lack history, partial ones files. */
import { SourceError } from '../types.ts';
import { type Repository, runGit } from './run-git.ts';

/** Whether the history of a clone was cut off. */
export async function isShallow(repository: Repository): Promise<boolean> {
  return (await runGit(repository, ['rev-parse', '--is-shallow-repository'])).toString().trim() === 'true';
}

/**
 * Which of some objects a partial clone lacks; none for a whole clone, which is not looked through. Git would fetch each of them by
 * itself, with a connection an object: all at once is faster by far, and is for the user to say.
 */
export async function lackedObjects(repository: Repository, wanted: ReadonlySet<string>): Promise<readonly string[]> {
  if (!(await isPartial(repository))) return [];
  const output = await runGit(repository, [
    'cat-file',
    '--batch-all-objects',
    '--unordered',
    '--buffer',
    '--batch-check=%(objectname)',
  ]);
  const there = new Set(output.toString().split('\n'));
  return [...wanted].filter((object) => !there.has(object));
}

/** Whether one commit is in the history of another. */
export async function isAncestor(repository: Repository, older: string, newer: string): Promise<boolean> {
  // Of two commits the one that is not in the other's history is listed.
  const output = await runGit(repository, ['rev-list', '--max-count=1', older, `^${newer}`]).catch((error: unknown) => {
    if (error instanceof SourceError) return Buffer.from('unknown');
    throw error;
  });
  return output.toString().trim() === '';
}

/** The ids of all commits in the history of one, itself among them; undefined where the clone lacks a part of it. */
export async function historyOf(repository: Repository, commit: string): Promise<ReadonlySet<string> | undefined> {
  if (await isShallow(repository)) return undefined;
  const output = await runGit(repository, ['rev-list', commit]).catch((error: unknown) => {
    if (error instanceof SourceError) return undefined;
    throw error;
  });
  return output === undefined ? undefined : new Set(output.toString().trimEnd().split('\n'));
}

async function isPartial(repository: Repository): Promise<boolean> {
  // Git ends with an error if it finds nothing, and if a repository has no settings.
  const pattern = '^(extensions\\.partialclone|remote\\..*\\.promisor)$';
  const output = await runGit(repository, ['config', '--get-regexp', pattern]).catch((error: unknown) => {
    if (error instanceof SourceError) return Buffer.alloc(0);
    throw error;
  });
  return output.length > 0;
}
