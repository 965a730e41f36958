/** Lines of a release that tell the same of many fields, as one line. A model that gains patterns has dozens of them. */
import { type Card, cardSentence, cardTitle } from '../../../diff/catalogue.ts';
import { type Change, memberPath, parentPath } from '../../../model/index.ts';
import { glyphs } from '../../changes/glyph.ts';
import { spans } from '../../site/words.ts';
import type { HistoryLine } from './operation-history.ts';

/** A line with the card that it tells. */
export interface ToldLine {
  readonly line: HistoryLine;
  readonly card: Card;
}

/** Folds lines about words only that say the same; the fold stands where the first of them stood. */
export function foldedLines(lines: readonly ToldLine[]): readonly HistoryLine[] {
  const said = new Map(lines.map((told) => [told, saidOf(told)]));
  const groups = Map.groupBy(lines, (told) => said.get(told));
  return lines.flatMap((told) => {
    const group = said.get(told) === null ? [] : (groups.get(said.get(told)) ?? []);
    if (group.length < fewest) return [told.line];
    return group[0] === told
      ? [{ ...told.line, title: titleOf(group), where: null, folded: group.map(({ line }) => line) }]
      : [];
  });
}

/** One sentence that has the fields of all of them, and counts each field once. */
function titleOf(group: readonly ToldLine[]): HistoryLine['title'] {
  const [first, ...others] = group.flatMap(({ card }) => card.changes);
  return first === undefined ? [] : spans(cardTitle({ changes: [first, ...others] }));
}

/**
 * What a line says of its fields: its sentence about a field of another name. Null for a line that stays as it is: only
 * these verbs fit one and many, and a sentence about an operation has no field.
 */
function saidOf({ line, card }: ToldLine): string | null {
  if (line.glyph !== glyphs.words || card.changes.some(({ places }) => places.some(({ path }) => path === '')))
    return null;
  const [first] = card.changes;
  const said = cardSentence({ changes: [withName(first)] });
  return said.startsWith(`\`${anyName}\` `) && /^(?:must|may|can) /.test(said.slice(anyName.length + 3))
    ? `${card.kind} ${said}`
    : null;
}

function withName(change: Change): Change {
  return {
    ...change,
    places: change.places.map((place) => ({ ...place, path: memberPath(parentPath(place.path), anyName) })),
  };
}

const anyName = 'X';

/** Two lines are as short as one that says that there are two. */
const fewest = 3;
