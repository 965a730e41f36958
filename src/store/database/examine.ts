/** Examines a store: whether it is undamaged, how big it is, and how to repair it. */

import { statSync } from 'node:fs';
import { counted } from '../../model/sentence-bits.ts';
import { repositoriesOf } from '../walk/plan/repositories.ts';
import { unreadStates } from '../walk/unread.ts';
import type { Database } from './database.ts';
import { type Damage, findDamage, isDamaged, isMadeAnew } from './find-damage.ts';
import { partOf } from './store-part.ts';

export interface Examination {
  /** Bytes on disk, of the file and of its log. */
  readonly size: number;
  readonly releases: number;
  readonly services: number;
  readonly inputs: number;
  readonly blobs: number;
  readonly changes: number;
  /** The problems, each with what to do, one sentence each. */
  readonly problems: readonly string[];
  /** Facts worth knowing that are not problems. */
  readonly remarks: readonly string[];
}

/** The number of unread states that are listed by name; the others are only counted. */
const maxNamed = 10;

/** Examines every table and every compressed value. */
export function examine(database: Database): Examination {
  const damage = findDamage(database, true);
  const problems = problemsOf(database, damage);
  const remarks = damage.file === null && damage.rows.size === 0 ? remarksOn(database) : [];
  const count = (table: string) =>
    damage.file === null ? (database.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)?.count ?? 0) : 0;
  return {
    size: sizeOf(database.file),
    releases: count('release'),
    services: count('service'),
    inputs: count('input'),
    blobs: count('blob'),
    changes: damage.file === null ? countChanges(database) : 0,
    problems,
    remarks,
  };
}

function countChanges(database: Database): number {
  return database.get<{ count: number }>('SELECT coalesce(sum(count), 0) AS count FROM changes')?.count ?? 0;
}

function problemsOf(database: Database, damage: Damage): readonly string[] {
  if (!isDamaged(damage)) return [];
  const found: string[] = [];
  if (damage.file !== null) found.push(`The file is damaged (${damage.file}).`);
  for (const [table, count] of damage.rows)
    found.push(
      `${counted(count, 'row')} of the table ${table} ${count === 1 ? 'is' : 'are'} gone, or not what was written.`,
    );
  if (damage.lost > 0)
    found.push(`${counted(damage.lost, 'state')} of services ${damage.lost === 1 ? 'is' : 'are'} lost.`);
  found.push(
    isMadeAnew(damage)
      ? 'All that was taken in is whole, and the rest is made from it: `apidelta doctor --repair` makes it again.'
      : `What was taken in is damaged: delete ${database.file} and take your sources in again${sourcesOf(database, damage)}.`,
  );
  return found;
}

function sourcesOf(database: Database, damage: Damage): string {
  if (damage.file !== null || damage.rows.has('repository')) return '';
  const names = repositoriesOf(database).map(({ name }) => `git:${name}`);
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}

function remarksOn(database: Database): readonly string[] {
  const remarks: string[] = [];
  const part = partOf(database);
  if (part !== undefined)
    remarks.push(
      `It is part ${part.index} of ${part.count}, and has not all services: \`apidelta merge\` puts the parts together.`,
    );
  const staged = database.get<{ count: number }>('SELECT count(*) AS count FROM stage')?.count ?? 0;
  if (staged > 0)
    remarks.push(
      `An interrupted walk has ${counted(staged, 'service')} ready: walk the same repository again to go on with it.`,
    );
  const unread = unreadStates(database);
  for (const { service, version, why } of unread.slice(0, maxNamed))
    remarks.push(`${service} of ${version} could not be read, and what follows may be older: ${why}.`);
  if (unread.length > maxNamed) remarks.push(`${counted(unread.length - maxNamed, 'more state')} could not be read.`);
  if (unread.some(({ kind }) => kind === 'missing'))
    remarks.push('What a repository lacks is tried again whenever it is walked: fetch it, and walk again.');
  return remarks;
}

function sizeOf(file: string): number {
  if (file === ':memory:') return 0;
  return [file, `${file}-wal`].reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
}
