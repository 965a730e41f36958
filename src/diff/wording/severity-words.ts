/** Severities as people read them; the ids in data, options and addresses are others. */
import type { Severity } from '../../model/index.ts';

/** What a change of a severity is called: `breaks callers`. */
export const severityWords: Readonly<Record<Severity, string>> = {
  breaking: 'breaks callers',
  dangerous: 'may break',
  safe: 'new or looser',
  docs: 'words only',
};

/** What changes are called that only those see who speak the protocol themselves. */
export const wireWords = 'on the wire only';

/** What each severity means, in one sentence. */
export const severityMeaning: Readonly<Record<Severity, string>> = {
  breaking: 'A program that worked before, and uses this, fails or misreads after the upgrade.',
  dangerous: 'Careful programs go on working, careless ones do not: a new value in an answer, for example.',
  safe: 'Nothing that worked before stops working.',
  docs: 'Something is described or stated in another way; no call behaves differently.',
};

/** What a number of changes of a severity is called: `1 breaks callers`, `3 break callers`. */
export function countedSeverity(severity: Severity, count: number): string {
  return severity === 'breaking' && count !== 1 ? 'break callers' : severityWords[severity];
}

/** Counts in one line, worst first: `1 breaks callers, 3 may break`; empty for none. */
export function countsInWords(counts: Readonly<Partial<Record<Severity, number>>>, wire = 0): string {
  const parts = (Object.keys(severityWords) as Severity[]).flatMap((severity) => {
    const number = counts[severity] ?? 0;
    return number === 0 ? [] : [`${number.toLocaleString('en')} ${countedSeverity(severity, number)}`];
  });
  if (wire > 0) parts.push(`${wire.toLocaleString('en')} ${wireWords}`);
  return parts.join(', ');
}
