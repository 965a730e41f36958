/**
 * The history of a service's facts as JSON: each fact with the releases in which it held. The page that compares two
 * versions reads it; other programs may, too.
 */
import { adviceOf, type Card, cardSentence, cardsOf, titleOf, worstFirst } from '../../diff/catalogue.ts';
import { isNetted } from '../../diff/net.ts';
import type { Severity } from '../../model/index.ts';
import type { KeptFacts, PastFacts } from '../../store/types.ts';
import { describedCount } from '../changes/release-entry.ts';
import { allRules } from '../changes/rule-book.ts';
import { sinceIndex } from '../fields/since-view.ts';
import { serviceOf } from '../pages/service-page.ts';
import { releaseUrl, type Site } from '../site/site.ts';
import { shelfOf, type Wanted } from '../site/units.ts';
import { type ApiJson, apiVersion } from './schemas.ts';

export type HistoryJson = ApiJson<'history'>;

/** The history of one service. */
export function historyJson(site: Site, id: string, wanted?: Wanted): HistoryJson {
  const { title, operations } = serviceOf(site, id);
  const shelf = shelfOf<KeptFacts>(wanted, { kind: 'reference', id }, 'facts');
  const { releases, facts } = site.store.factHistory(id, shelf);
  const since = sinceIndex(site, id).service;
  const renamed = site.store.renamedTo(id);
  const slugs = operations.flatMap(({ operation: { name } }) => {
    const slug = site.urls.operationSlug(id, name);
    return slug === name ? [] : [[name, slug]];
  });
  return {
    schemaVersion: apiVersion,
    ...{ id, title, url: site.urls.service(id), slugs: Object.fromEntries(slugs) },
    since: since === null ? null : { release: since.release.id, orEarlier: since.orEarlier },
    ...(renamed === null ? {} : { renamed: { service: renamed.service, release: renamed.version } }),
    releases: releases.map((past) => releaseJson(site, id, past)),
    // Only the `readonly` differs from the schema's type: a test checks every file against the schema.
    ...(facts as unknown as Pick<HistoryJson, keyof typeof facts>),
  };
}

/** The most steps printed for one release. The release's own page has all of them. */
const maxSteps = 12;

function releaseJson(site: Site, id: string, past: PastFacts['releases'][number]): HistoryJson['releases'][number] {
  const { release, service, beside } = past;
  const steps = cardsOf(site.store.changes(service, release.id).filter(({ kind }) => !isNetted(kind)));
  const more = steps.length - maxSteps;
  const descriptions = describedCount(site, service, release.id);
  return {
    id: release.id,
    date: release.date,
    url: releaseUrl(site, release, service),
    ...(service === id ? {} : { service }),
    ...(beside ? { beside: true as const } : {}),
    ...(steps.length === 0
      ? {}
      : {
          steps: worstFirst(steps)
            .slice(0, maxSteps)
            .map((card) => ({
              ...{ kind: card.kind, severity: card.severity, audience: card.audience },
              sentence: titleOf(cardSentence(card)),
              ...(isBad(card) ? badStep(card) : {}),
            })),
        }),
    ...(more > 0 ? { moreSteps: more } : {}),
    ...(descriptions > 0 ? { descriptions } : {}),
  };
}

type StepJson = NonNullable<HistoryJson['releases'][number]['steps']>[number];

function isBad({ severity, audience }: Card): boolean {
  return audience === 'sdk' && mayBreak(severity);
}

function mayBreak(severity: Severity): boolean {
  return severity === 'breaking' || severity === 'dangerous';
}

/** What a reader has to know of a change that has no net: where it is, and what to do about it. */
function badStep(card: Card): Omit<StepJson, 'kind' | 'severity' | 'audience' | 'sentence'> {
  const advice = adviceOf(card, allRules);
  // A limit that is tighter in a request may break; in a response nobody has to do anything.
  const places = card.places.filter(({ severity }) => mayBreak(severity));
  const more = places.length + card.unlisted - maxPlaces;
  return {
    key: card.key,
    ...(advice === undefined ? {} : { advice }),
    places: places.slice(0, maxPlaces).map(({ operation, direction, path }) => [operation, direction, path]),
    ...(more > 0 ? { morePlaces: more } : {}),
  };
}

/** Places of one step that are told. */
const maxPlaces = 6;
