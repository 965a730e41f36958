/** Severities in words for people; data, options and addresses have other ids. */
import type { Severity } from '../../model/index.ts';

/** The words for a change of a severity: `breaks callers`. */
export const severityWords: Readonly<Record<Severity, string>> = {
  breaking: 'breaks callers',
  dangerous: 'may break',
  safe: 'new or looser',
  docs: 'words only',
};

/** The word for changes that are visible only to clients of the protocol itself. */
export const wireWords = 'on the wire only';

/** The meaning of each severity, in one sentence. */
export const severityMeaning: Readonly<Record<Severity, string>> = {
  breaking: 'A program that worked before, and uses this, fails or misreads after the upgrade.',
  dangerous: 'Careful programs go on working, careless ones do not: a new value in an answer, for example.',
  safe: 'Nothing that worked before stops working.',
  docs: 'Something is described or stated in another way. The SDK acts as before; what the service makes of another pattern cannot be told.',
};

/** A number of changes of a severity in words: `1 breaks callers`, `3 break callers`. */
export function countedSeverity(severity: Severity, count: number): string {
  return severity === 'breaking' && count !== 1 ? 'break callers' : severityWords[severity];
}

/** Counts in one line, worst first: `1 breaks callers, 3 may break`; empty if there are none. */
export function countsInWords(counts: Readonly<Partial<Record<Severity, number>>>, wire = 0): string {
  const parts = (Object.keys(severityWords) as Severity[]).flatMap((severity) => {
    const number = counts[severity] ?? 0;
    return number === 0 ? [] : [`${number.toLocaleString('en')} ${countedSeverity(severity, number)}`];
  });
  if (wire > 0) parts.push(`${wire.toLocaleString('en')} ${wireWords}`);
  return parts.join(', ');
}
