/** Operations that only have another name on the wire: the SDK calls the old and the new one by the same name. */
import type { Operation } from '../../model/index.ts';

/** The old names of renamed operations, by their new names. */
export type FormerNames = ReadonlyMap<string, string>;

/**
 * Finds operations that one side calls `CreateDBWidget` and the other `CreateDbWidget`: the SDK calls both
 * `create_db_widget`. If several operations of one side have that name, nobody knows which of them was renamed.
 */
export function formerNames(before: readonly Operation[], after: readonly Operation[]): FormerNames {
  const [lost, won] = [missingIn(after, before), missingIn(before, after)];
  if (lost.length === 0 || won.length === 0) return new Map();
  const old = Map.groupBy(lost, ({ sdkName }) => sdkName);
  const now = Map.groupBy(won, ({ sdkName }) => sdkName);
  return new Map(
    [...now].flatMap(([sdkName, [renamed, ...others]]) => {
      const [former, ...more] = old.get(sdkName) ?? [];
      if (renamed === undefined || former === undefined || others.length > 0 || more.length > 0) return [];
      return [[renamed.name, former.name] as const];
    }),
  );
}

function missingIn(side: readonly Operation[], other: readonly Operation[]): readonly Operation[] {
  const known = new Set(side.map(({ name }) => name));
  return other.filter(({ name }) => !known.has(name));
}
