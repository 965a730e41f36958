/** The kind of a clone and its missing objects: a shallow clone lacks history, a partial clone lacks files. */
import { SourceError } from '../types.ts';
import { type Repository, runGit } from './run-git.ts';

/** Whether the history of a clone is cut off. */
export async function isShallow(repository: Repository): Promise<boolean> {
  return (await runGit(repository, ['rev-parse', '--is-shallow-repository'])).toString().trim() === 'true';
}

/**
 * The objects that a partial clone lacks, among the given ones; none for a whole clone, which is not searched. Git
 * would fetch each object with its own connection. One fetch for all of them is much faster, and the user must decide
 * to run it.
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

/** Whether one commit is in the history of another one. */
export async function isAncestor(repository: Repository, older: string, newer: string): Promise<boolean> {
  // Of two commits, git lists the one that is not in the other's history.
  const output = await runGit(repository, ['rev-list', '--max-count=1', older, `^${newer}`]).catch((error: unknown) => {
    if (error instanceof SourceError) return Buffer.from('unknown');
    throw error;
  });
  return output.toString().trim() === '';
}

/** The ids of all commits in the history of a commit, and its own; undefined if the clone lacks a part of it. */
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
