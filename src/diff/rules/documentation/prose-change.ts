/**
 * The parts that rules about descriptions share: whether a description was added, removed, reworded, or only linked
 * elsewhere.
 */
import type { Prose } from '../../../model/index.ts';
import { type ProseReader, surelySame, surelySameLinks } from '../../compare/prose-reader.ts';
import { type Match, noMatch } from '../../findings/finding.ts';

export type ProseTurn = 'added' | 'removed' | 'changed' | 'links-changed';

/**
 * The answer of a rule about one turn. White space and markup have no meaning; a description without words counts as
 * absent.
 */
export function proseChange(
  turn: ProseTurn,
  [before, after]: readonly [Prose | undefined, Prose | undefined],
  reader: ProseReader,
  value: string,
): readonly Match[] {
  if (surelySame(before, after)) return noMatch;
  const [old, now] = [plainWords(before, reader), plainWords(after, reader)];
  if (turn === 'added') return old === '' && now !== '' ? [{ value, after: now }] : noMatch;
  if (turn === 'removed') return old !== '' && now === '' ? [{ value, before: old }] : noMatch;
  if (old === '' || now === '') return noMatch;
  if (turn === 'changed') return old === now ? noMatch : [{ value, before: old, after: now }];
  if (old !== now || surelySameLinks(before, after)) return noMatch;
  const [oldLinks, newLinks] = [linksOf(before, reader), linksOf(after, reader)];
  return oldLinks.join('\n') === newLinks.join('\n') ? noMatch : [{ value, before: oldLinks, after: newLinks }];
}

function plainWords(prose: Prose | undefined, reader: ProseReader): string {
  return prose === undefined ? '' : reader.words(prose);
}

function linksOf(prose: Prose | undefined, reader: ProseReader): readonly string[] {
  return prose === undefined ? [] : reader.links(prose);
}
