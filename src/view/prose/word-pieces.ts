/** Descriptions before and after as pieces of words, with only so much around them that the place is known. */
import type { Change } from '../../model/index.ts';
import { diffWords, type WordPiece } from './word-diff.ts';

/** Words that stay in sight beside a change. */
const around = 6;
/** Texts that share less than this allows are told whole, and hostile ones cost no time. */
const maxEdits = 200;
/** Words of a description that came or went as a whole. */
const maxOfOne = 40;

/** The words of a change of a description; empty for changes of anything else. */
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

/** What stayed, without its middle; at the ends of a description without what is far from any change. */
function cut(text: string, isFirst: boolean, isLast: boolean): string {
  const words = text.split(/(?<=\s)/);
  if (words.length <= around * 2) return text;
  const [head, tail] = [words.slice(0, around).join(''), words.slice(-around).join('')];
  return `${isFirst ? '' : head}… ${isLast ? '' : tail}`;
}
