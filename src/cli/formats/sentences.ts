/** Changes in words, for every format that people read. */
import { code, ruleOf } from '../../diff/index.ts';
import { type Change, type ServiceChanges, severities, visibleText } from '../../model/index.ts';

/** One change as a sentence, with names in backticks. */
export function sentenceOf(change: Change): string {
  return visibleText(withHint(change));
}

function withHint(change: Change): string {
  const sentence = ruleOf(change.kind)?.sentence(change) ?? `${change.kind} ${change.value}`.trim();
  if (change.hint === undefined) return sentence;
  const which = change.kind.endsWith('-removed') ? 'to' : 'from';
  return `${sentence} (perhaps renamed ${which} ${code(change.hint)})`;
}

/** A place in words: `CreateListener request Protocol`. */
export function placeOf(place: Change['places'][number], service: string): string {
  return visibleText(
    [place.operation ?? service, place.direction ?? '', place.path].filter((part) => part !== '').join(' '),
  );
}

/** Worst first. */
export function worstFirst(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** How many changes there are, by severity, in words: `2 breaking, 3 safe`. */
export function totals(services: readonly ServiceChanges[]): string {
  const all = services.flatMap(({ changes }) => changes);
  const parts = severities.flatMap((severity) => {
    const count = all.filter((change) => change.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  return parts.length === 0 ? 'no changes' : parts.join(', ');
}
