/** Tests the syntax on the page of a release: where the states come from, and how much of it there is. */
import { describe, expect, test } from 'vitest';
import { serviceReleasePage } from '../../../src/view/pages/service-release-page.ts';
import { fixtureSite } from '../../fixture-site.ts';
import { cardsIn } from '../cards-in.ts';
import { change, letters, side, structure, to } from './tiny-sides.ts';

describe('on the page of a release', () => {
  const site = fixtureSite();
  const cards = (page: ReturnType<typeof serviceReleasePage>) => cardsIn(page.sections);
  const titled = (page: ReturnType<typeof serviceReleasePage>, title: string) =>
    cards(page).find(({ titleText }) => titleText.includes(title))?.syntax;

  test('the newest state serves where states are not at hand, but never for an older release', () => {
    const page = serviceReleasePage(site, '1.40.73', 'elbv2');
    expect(titled(page, 'QuicServerId')?.filter(({ op }) => op === '+')).toEqual([
      { op: '+', text: '    "QuicServerId": "string",' },
    ]);
    expect(
      titled(page, 'ProtocolEnum')
        ?.filter(({ op }) => op === '+')
        .map(({ text }) => text.trim()),
    ).toEqual(['| "QUIC"', '| "TCP_QUIC"']);
    expect([page.openDiffs, page.syntaxWords]).toEqual([5, null]);
    const store = {
      ...site.store,
      service: (id: string) => {
        const state = site.store.service(id);
        return (
          state && {
            ...state,
            operations: state.operations.map((one) => ({
              ...one,
              asOf: { id: '9.9.9', version: '9.9.9', date: null },
            })),
          }
        );
      },
    };
    expect(
      cards(serviceReleasePage({ ...site, store }, '1.40.73', 'elbv2')).every(({ syntax }) => syntax === null),
    ).toBe(true);
  });

  test('states are read once, and not where no change could show anything', () => {
    let asked = 0;
    const loadVersionPair = () => {
      asked++;
      return { old: null, new: null };
    };
    serviceReleasePage({ ...site, loadVersionPair }, '1.40.73', 'elbv2');
    expect(asked).toBe(1);
    const store = { ...site.store, changes: () => [change('constraint-tightened', 'a')] };
    serviceReleasePage({ ...site, store, loadVersionPair }, '1.40.73', 'elbv2');
    expect(asked).toBe(1);
  });

  test('old releases have none, and say how to get it', () => {
    const releases = Array.from({ length: 110 }, (_, at) => ({
      id: `1.${110 - at}.0`,
      version: `1.${110 - at}.0`,
      date: null,
    }));
    const [entry] = site.store.serviceReleases({ service: 'elbv2' });
    const store = {
      ...site.store,
      releases: () => releases,
      serviceReleases: () => releases.map((release) => ({ ...(entry as NonNullable<typeof entry>), release })),
      changes: () => [change('field-added', 'a')],
    };
    const loadVersionPair = () => ({ old: side({ In: letters('') }), new: side({ In: letters('a') }) });
    const words = (id: string) => serviceReleasePage({ ...site, store, loadVersionPair }, id, 'elbv2').syntaxWords;
    expect([words('1.110.0'), words('1.11.0')]).toEqual([null, null]);
    expect(words('1.10.0')).toContain('apidelta between elbv2 1.9.0 1.10.0 --syntax');
  });

  test('there are so many and no more, and the page says so', () => {
    const names = Array.from({ length: 60 }, (_, at) => `f${at}`);
    const changes = names.map((name, at) => ({ ...change('type-changed', name), key: String(at).padStart(12, '0') }));
    const store = { ...site.store, changes: () => changes };
    const now = side({ In: structure(...names.map((name) => to(name, 'Text'))) });
    const was = side({ In: structure(...names.map((name) => to(name, 'Number'))), Number: { kind: 'integer' } });
    const loadVersionPair = () => ({ old: was, new: now });
    const page = serviceReleasePage({ ...site, store, loadVersionPair }, '1.40.73', 'elbv2');
    expect(cards(page).filter(({ syntax }) => syntax !== null).length).toBe(40);
    expect(page.syntaxWords).toContain('first 40');
  });
});
