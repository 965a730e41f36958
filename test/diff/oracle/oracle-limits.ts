/** The oracle's reading of limits: what botocore checks, what the service alone does, and what limits nothing. */
import type { Shape } from '../../../src/model/index.ts';
import type { Seen } from './oracle-fields.ts';

const checked = new Set(['string', 'list', 'integer', 'long', 'float', 'double']);
const measured = new Set(['string', 'list', 'map', 'blob', 'stream']);

/** What differs in the limits of two shapes of one kind. `label`: it is a part of the name of a host. */
export function limitsDiffer(old: Shape, now: Shape, label: boolean): Seen[] {
  return (['min', 'max', 'pattern'] as const).flatMap((limit): Seen[] => {
    const [was, is] = [old.constraints?.[limit], now.constraints?.[limit]];
    if (was === is) return [];
    const value = `${limit} ${was ?? 'none'}>${is ?? 'none'}`;
    if (limit === 'pattern') return [patternDiffers(was as string | undefined, is as string | undefined, value)];
    const looser =
      is === undefined || (was !== undefined && (limit === 'min' ? whole(is) < whole(was) : whole(is) > whole(was)));
    const kind = `constraint-${looser ? 'relaxed' : 'tightened'}`;
    if (limit === 'min' && isNothing(was, now, label) && isNothing(is, now, label))
      return [{ kind, value, noEffect: true }];
    if (looser) return [{ kind, value, level: 'limit-relaxed' }];
    const refused = limit === 'min' && !isNothing(was, now, false) && checked.has(now.kind);
    return [{ kind, value, level: refused ? 'min-raised' : 'limit-tightened' }];
  });
}

/** Limits of 64 bits are texts of their digits. */
const whole = (limit: number | string) => (typeof limit === 'string' ? BigInt(limit) : limit);

/** Whether a `min` keeps nothing out. */
function isNothing(min: number | string | undefined, { kind }: Shape, label: boolean): boolean {
  return min === undefined || (measured.has(kind) && (whole(min) <= 0 || (label && min === 1)));
}

function patternDiffers(was: string | undefined, is: string | undefined, value: string): Seen {
  const kind = `constraint-${is === undefined ? 'relaxed' : 'tightened'}`;
  if (meaning(was) === meaning(is)) return { kind, value, noEffect: true };
  return { kind, value, level: is === undefined ? 'limit-relaxed' : 'pattern-replaced' };
}

/** A pattern without what changes nothing; empty where it accepts everything. */
function meaning(pattern = ''): string {
  const bare = withoutAnchors(pattern);
  if (['.*', '[\\s\\S]*', '[\\S\\s]*'].includes(bare)) return '';
  return hasOpenChoice(pattern) ? pattern : bare;
}

function withoutAnchors(pattern: string): string {
  const rest = pattern.startsWith('^') ? pattern.slice(1) : pattern;
  const slashes = /(\\*)\$$/.exec(rest)?.[1]?.length;
  return slashes !== undefined && slashes % 2 === 0 ? rest.slice(0, -1) : rest;
}

/** Whether a `|` stands outside of all brackets: an anchor belongs to one of its sides only. */
function hasOpenChoice(pattern: string): boolean {
  let depth = 0;
  let inSet = false;
  for (let index = 0; index < pattern.length; index++) {
    const char = pattern[index];
    if (char === '\\') index++;
    else if (inSet) inSet = char !== ']';
    else if (char === '[') inSet = true;
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === '|' && depth === 0) return true;
  }
  return false;
}
