/** A changed description as pieces of words, with a few words around each change to show its place. */
import type { Change } from '../../model/index.ts';
import { diffWords, type WordPiece } from './word-diff.ts';

/** The number of unchanged words shown beside a change. */
const around = 6;
/** Texts with more differences are shown whole. The limit also keeps hostile texts from costing time. */
const maxEdits = 200;
/** The most words shown of a description that was added or removed as a whole. */
const maxOfOne = 40;

/** The changed words of a description; empty for other changes. */
export function wordPieces({ kind, before, after }: Change): readonly WordPiece[] {
  if (!kind.startsWith('documentation-')) return [];
  const [old, now] = [describedText(before), describedText(after)];
  if (old === '') return [{ text: shortened(now), change: 'added' }];
  if (now === '') return [{ text: shortened(old), change: 'removed' }];
  const runs = diffWords(old, now, maxEdits);
  if (runs === undefined)
    return [
      { text: shortened(old), change: 'removed' },
      { text: shortened(now), change: 'added' },
    ];
  return runs.map(({ text, change }, index) => ({
    text: change === 'same' ? cut(text, index === 0, index === runs.length - 1) : text,
    change,
  }));
}

function describedText(value: Change['before']): string {
  return typeof value === 'string' ? value : Array.isArray(value) ? value.join(' ') : '';
}

function shortened(text: string): string {
  const words = text.split(' ');
  return words.length <= maxOfOne ? text : `${words.slice(0, maxOfOne).join(' ')} …`;
}

/**
 * Unchanged text without its middle. At the start and end of a description, the part far from any change is left out.
 */
function cut(text: string, isFirst: boolean, isLast: boolean): string {
  const words = text.split(/(?<=\s)/);
  if (words.length <= around * 2) return text;
  const [head, tail] = [words.slice(0, around).join(''), words.slice(-around).join('')];
  return `${isFirst ? '' : head}… ${isLast ? '' : tail}`;
}
