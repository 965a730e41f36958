/** What rules about descriptions share: whether one came, went, says something else, or only links elsewhere. */
import type { Prose } from '../../../model/index.ts';
import { type ProseReader, surelySame, surelySameLinks } from '../../compare/prose-reader.ts';
import { type Found, nothing } from '../../findings/pairs.ts';

export type ProseTurn = 'added' | 'removed' | 'changed' | 'links-changed';

/** The answer of a rule about one turn. White space and markup mean nothing; a description without words is none. */
export function proseChange(
  turn: ProseTurn,
  before: Prose | undefined,
  after: Prose | undefined,
  reader: ProseReader,
  value: string,
): readonly Found[] {
  if (surelySame(before, after)) return nothing;
  const [old, now] = [wordsOf(before, reader), wordsOf(after, reader)];
  if (turn === 'added') return old === '' && now !== '' ? [{ value, after: now }] : nothing;
  if (turn === 'removed') return old !== '' && now === '' ? [{ value, before: old }] : nothing;
  if (old === '' || now === '') return nothing;
  if (turn === 'changed') return old === now ? nothing : [{ value, before: old, after: now }];
  if (old !== now || surelySameLinks(before, after)) return nothing;
  const [oldLinks, newLinks] = [linksOf(before, reader), linksOf(after, reader)];
  return oldLinks.join('\n') === newLinks.join('\n') ? nothing : [{ value, before: oldLinks, after: newLinks }];
}

function wordsOf(prose: Prose | undefined, reader: ProseReader): string {
  return prose === undefined ? '' : reader.words(prose);
}

function linksOf(prose: Prose | undefined, reader: ProseReader): readonly string[] {
  return prose === undefined ? [] : reader.links(prose);
}
