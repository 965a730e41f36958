/**
 * What every format for people shows: cards, worst first; changes for callers of the SDK apart from changes on the
 * wire.
 */
import {
  type Card,
  cardSentence,
  cardsOf,
  countCards,
  countsInWords,
  type MigrationRow,
  migrationOf,
  sentenceOfWayBack,
  worstFirst,
} from '../../diff/index.ts';
import { type ServiceChanges, type Severity, visibleText } from '../../model/index.ts';
import { compareVersions } from '../../model/versions.ts';
import { reaches } from '../config/filter-changes.ts';
import type { Comparison } from './diff-formats.ts';

/** A card with its sentence, which says something else where the newer version comes first. */
export interface ShownCard extends Card {
  readonly sentence: string;
}

/** A service with its changes, as readers count them. */
export interface ShownService {
  readonly id: string;
  readonly title: string;
  readonly status: ServiceChanges['status'];
  /** Worst first; in a migration only the cards that break callers. */
  readonly cards: readonly ShownCard[];
  /** All cards, for counts. */
  readonly all: readonly Card[];
  /** Very many changes of few kinds, by kind; null if it is not a migration. */
  readonly migration: readonly MigrationRow[] | null;
}

/**
 * The services with their cards, whose places are only those of the given level or worse. `folded`: migrations are
 * shown by kind.
 */
export function shownServices(
  { services, level, old, new: now }: Pick<Comparison, 'services' | 'level' | 'old' | 'new'>,
  folded = false,
): readonly ShownService[] {
  const wayBackTo =
    old.version !== null && now.version !== null && compareVersions(old.version, now.version) > 0 ? now.version : null;
  return services.map(({ id, title, status, changes }) => {
    const all = worstFirst(cardsOf(changes)).map((card) => withPlacesOf(card, level));
    const migration = folded ? migrationOf(all) : null;
    const cards =
      migration === null ? all : all.filter(({ severity, audience }) => severity === 'breaking' || audience === 'wire');
    const said = cards.map((card) => {
      const sentence = cardSentence(card);
      return { ...card, sentence: wayBackTo === null ? sentence : sentenceOfWayBack(sentence, wayBackTo) };
    });
    return { id, title, status, cards: said, all, migration };
  });
}

/** A card is as severe as its worst place, so a card of the level always keeps a place. */
function withPlacesOf(card: Card, level: Severity | undefined): Card {
  return level === undefined
    ? card
    : { ...card, places: card.places.filter((place) => reaches(place.severity, level)) };
}

/** A place in words: `CreateListener request Protocol`. */
export function placeOf(place: Card['places'][number], service: string): string {
  return visibleText(
    [place.operation ?? service, place.direction ?? '', place.path].filter((part) => part !== '').join(' '),
  );
}

/** The number of changes in words: `2 breaks callers, 3 may break`; changes on the wire are separate. */
export function totals(services: readonly Pick<ShownService, 'all'>[]): string {
  const cards = services.flatMap(({ all }) => all);
  const wire = cards.filter(({ audience }) => audience === 'wire').length;
  const words = countsInWords(countCards(cards), wire);
  return words === '' ? 'no changes' : words;
}

/** The sentence about hidden changes on the wire; null if there are none. */
export function wireRemark(count: number): string | null {
  if (count === 0) return null;
  const these = count === 1 ? 'this one' : `these ${count.toLocaleString('en')}`;
  return `SDK callers see nothing of ${these}: ${count === 1 ? 'a change' : 'changes'} on the wire only (--audience all shows ${count === 1 ? 'it' : 'them'})`;
}
