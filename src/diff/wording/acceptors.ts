/** The acceptors of a waiter in words: the answers at which it succeeds, fails, or tries again. */
import { canonicalJson, type Json } from '../../model/index.ts';
import { code } from './code.ts';

/** The acceptors that only one of two lists has, each in words. */
export function changedAcceptors(
  before: Json | undefined,
  after: Json | undefined,
): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const [old, now] = [listOf(before), listOf(after)];
  const missing = (from: readonly Json[], other: readonly Json[]) => {
    const known = new Set(other.map(canonicalJson));
    return from.filter((one) => !known.has(canonicalJson(one))).map(acceptorWords);
  };
  return { before: missing(old, now), after: missing(now, old) };
}

/** `succeeds at HTTP 200`. The names are botocore's; what it does not know is told as it stands. */
function acceptorWords(acceptor: Json): string {
  if (typeof acceptor !== 'object' || acceptor === null || Array.isArray(acceptor))
    return code(canonicalJson(acceptor));
  // `isArray` does not exclude arrays that are readonly.
  const { state, matcher, expected, argument } = acceptor as Readonly<Record<string, Json | undefined>>;
  const turn = typeof state === 'string' ? turns.get(state) : undefined;
  const what = conditionOf(matcher, expected, argument);
  return turn === undefined || what === null ? code(canonicalJson(acceptor)) : `${turn} ${what}`;
}

function conditionOf(matcher?: Json, expected?: Json, argument?: Json): string | null {
  if (expected === undefined) return null;
  const value = code(typeof expected === 'string' ? expected : canonicalJson(expected));
  const path = typeof argument === 'string' ? code(argument) : null;
  switch (matcher) {
    case 'status':
      return `at HTTP ${value}`;
    case 'error':
      if (typeof expected === 'boolean') return expected ? 'at any error' : 'without an error';
      return `at the error ${value}`;
    case 'path':
      return path && `when ${path} is ${value}`;
    case 'pathAll':
      return path && `when all of ${path} are ${value}`;
    case 'pathAny':
      return path && `when one of ${path} is ${value}`;
    default:
      return null;
  }
}

const turns = new Map([
  ['success', 'succeeds'],
  ['failure', 'fails'],
  ['retry', 'tries again'],
]);

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
