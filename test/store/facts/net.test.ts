/** What a page tells between two versions, from a history alone, is what `between` finds: over the real history, 200 pairs of versions. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cardSentence, cardsOf } from '../../../src/diff/index.ts';
import { heldIn, isNetted, netChanges, toldCards } from '../../../src/diff/net.ts';
import { type Change, fieldsOf, type Service, type Shape, splitPath, stepsOf } from '../../../src/model/index.ts';
import { openStore, type PastFacts, type StoreReader } from '../../../src/store/read.ts';
import type { HistoryJson } from '../../../src/view/api/history-json.ts';
import { AsOfView } from '../../../src/view/compare/as-of-view.ts';
import { historyTimeout, realHistory } from '../../real-history.ts';
import { describeShared } from '../../shared.ts';

const wanted = { pairs: 200, cameBack: 50 };

describeShared('net changes over the real history', () => {
  let store: StoreReader;
  const histories = new Map<string, PastFacts>();

  beforeAll(async () => {
    store = openStore((await realHistory()).store);
    for (const { id } of store.services()) {
      const { releases, facts } = store.factHistory(id);
      // As a page gets it.
      histories.set(id, { releases, facts: JSON.parse(JSON.stringify(facts)) });
    }
  }, historyTimeout);
  afterAll(() => store.close());

  test('random pairs, and pairs around what was removed and came back', { timeout: 300_000 }, () => {
    const random = seeded(20_260_807);
    const services = [...histories].filter(([, { releases }]) => releases.length > 1);
    const around = services.flatMap(([id, past]) => gapsOf(past).map((pair) => ({ id, ...pair })));
    const pairs = Array.from({ length: wanted.pairs }, (_, at) => {
      if (at < wanted.cameBack) return around[random(around.length)] as (typeof around)[number];
      const [id, { releases }] = services[random(services.length)] as (typeof services)[number];
      const from = random(releases.length - 1);
      return { id, from, to: from + 1 + random(releases.length - from - 1) };
    });
    const mistakes: unknown[] = [];
    let cameBack = 0;
    for (const { id, from, to } of pairs) {
      const { releases, facts } = histories.get(id) as PastFacts;
      const [older, newer] = [releases[from]?.release.id ?? '', releases[to]?.release.id ?? ''];
      const found = store.between(id, older, newer);
      const expected = found?.status === 'changed' ? found.changes.filter(({ kind }) => isNetted(kind)) : [];
      const told = netChanges(facts, { service: id, from, to, version: newer });
      const differing = difference(placesIn(expected), placesIn(told));
      if (differing.length > 0) mistakes.push({ id, older, newer, differing: differing.slice(0, 3) });
      // The words too: but for what a new operation does, which is told as it is described now.
      const sentences = [cardsOf(expected).map(cardSentence), toldCards(told).map(({ sentence }) => sentence)] as const;
      const words = difference(...sentences).filter((sentence) => !sentence.includes('New operation'));
      if (words.length > 0) mistakes.push({ id, older, newer, words: words.slice(0, 3) });
      if (facts.lives.some((_, life) => isAround({ facts, life, from, to }))) cameBack++;
    }
    expect(mistakes).toEqual([]);
    expect(cameBack).toBeGreaterThanOrEqual(wanted.cameBack);
  });

  test('an operation as of a version has the fields and values that it had', { timeout: 120_000 }, () => {
    const random = seeded(7);
    const services = [...histories].filter(([, { releases }]) => releases.length > 1);
    const mistakes: unknown[] = [];
    for (let round = 0; round < 150; round++) {
      const [id, past] = services[random(services.length)] as (typeof services)[number];
      const operations = (store.service(id)?.operations ?? []).filter(({ removedIn }) => removedIn === null);
      const state = operations[random(operations.length)];
      const version = past.releases[random(past.releases.length)]?.release.id ?? '';
      if (state === undefined) continue;
      const { name } = state.operation;
      const view = new AsOfView(jsonOf(past), { operation: name }, version);
      const then = store.stateAt(id, version);
      const old = then?.operations.find((one) => one.name === name);
      if ((view.absent === null) !== (old !== undefined)) mistakes.push({ id, name, version, absent: view.absent });
      if (then === null || old === undefined) continue;
      for (const direction of ['request', 'response'] as const) {
        const root = state.operation[direction];
        if (root === undefined || root === null || old[direction] === undefined) continue;
        for (const { path, shape } of [...fieldsOf(state.shapes, root)].slice(0, 2_000)) {
          const was = shapeAt(then, old[direction], path);
          if (view.hasField(direction, path) !== (was !== undefined)) mistakes.push({ id, name, version, path });
          if (was?.kind !== 'string' || shape.kind !== 'string' || was.enum === undefined) continue;
          for (const value of shape.enum ?? [])
            if (view.hasValue(direction, path, value) !== was.enum.includes(value))
              mistakes.push({ id, name, version, path, value });
        }
      }
    }
    expect(mistakes.slice(0, 5)).toEqual([]);
  });

  test('a history is no larger than a page can load', () => {
    for (const [id, past] of histories) expect(JSON.stringify(past).length, id).toBeLessThan(2_000_000);
  });
});

/** As much of the JSON of a service as the page of an operation asks. */
function jsonOf({ releases, facts }: PastFacts): HistoryJson {
  const told = releases.map(({ release, beside }) => ({
    ...{ id: release.id, date: release.date, url: '' },
    ...(beside ? { beside: true as const } : {}),
  }));
  const frame = { schemaVersion: 1 as const, id: '', title: '', url: '', slugs: {}, since: null, releases: told };
  return { ...frame, ...(facts as unknown as Omit<HistoryJson, keyof typeof frame>) };
}

/** The shape at a path; undefined where there is none. */
function shapeAt({ shapes }: Service, root: string | null | undefined, path: string): Shape | undefined {
  let shape = root == null ? undefined : shapes[root];
  for (const step of splitPath(path)) {
    const way = shape === undefined ? undefined : stepsOf(shape).find((one) => one.step === step);
    shape = way === undefined ? undefined : shapes[way.member.target];
  }
  return shape;
}

/** Pairs of states that both have something which was gone in between. */
function gapsOf({ facts }: PastFacts): readonly { readonly from: number; readonly to: number }[] {
  return facts.lives.flatMap((life) =>
    life.flatMap((until, at) => {
      const [from, again] = [life[at - 1], life[at + 1]];
      return at % 2 === 0 || from === undefined || again === undefined ? [] : [{ from: until - 1, to: again }];
    }),
  );
}

function isAround({
  facts,
  life,
  from,
  to,
}: {
  readonly facts: PastFacts['facts'];
  readonly life: number;
  readonly from: number;
  readonly to: number;
}): boolean {
  const held = (state: number) => heldIn(facts, life, state);
  if (!held(from) || !held(to)) return false;
  return Array.from({ length: to - from - 1 }, (_, at) => from + 1 + at).some((state) => !held(state));
}

function placesIn(changes: readonly Change[]): readonly string[] {
  return changes.flatMap(({ kind, value, audience, places }) =>
    places.map(({ operation, direction, path, severity }) =>
      [kind, operation, direction, path, value, severity, audience].join('\t'),
    ),
  );
}

function difference(a: readonly string[], b: readonly string[]): readonly string[] {
  const [left, right] = [new Set(a), new Set(b)];
  return [...left.symmetricDifference(right)];
}

function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
