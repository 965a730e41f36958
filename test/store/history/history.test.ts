/** The real history: a walk that is killed goes on, and what the store answers is right. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cardSentence,
  cardsOf,
  cardTitle,
  compareServices,
  maxTitle,
  sentenceOf,
  sentenceParts,
} from '../../../src/diff/index.ts';
import { lastName, parentPath, type Service } from '../../../src/model/index.ts';
import { compareVersions } from '../../../src/model/versions.ts';
import { openStore, type ServiceState } from '../../../src/store/read.ts';
import { Database, walk } from '../../../src/store/write.ts';
import { historyTimeout, realHistory } from '../../real-history.ts';
import { roundsOf } from '../../rounds.ts';
import { describeShared } from '../../shared.ts';
import { dumpStore } from '../dump.ts';
import { modelAt, removedByHand, sinceByHand } from './by-hand.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-history-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const fresh = (name: string) => join(folder, `${count++}-${name}`);

async function walked(repository: string, file: string): Promise<string> {
  const database = Database.open(file);
  await walk(database, `git:${repository}`);
  database.close();
  return file;
}

describeShared('the real history of 13 services', () => {
  let repository = '';
  let undisturbed = '';
  beforeAll(async () => {
    ({ repository, store: undisturbed } = await realHistory());
  }, historyTimeout);

  test('killed at random moments and run again, the store ends equal', async () => {
    const file = fresh('killed.db');
    const before = dumpStore(undisturbed);
    let state = 20_251_113;
    const random = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
    for (let kill = 0; kill < roundsOf(20, 4); kill++) {
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, '../../../src/cli/main.ts'), 'ingest', `git:${repository}`, '--store', file],
        { stdio: 'ignore' },
      );
      const ended = new Promise((done) => child.once('exit', done));
      await new Promise((done) => setTimeout(done, 200 + random() * 2_500));
      child.kill('SIGKILL');
      await ended;
    }
    expect(dumpStore(await walked(repository, file)) === before).toBe(true);
  }, 240_000);

  test('every sentence is for people: no private notation, no names of traits, no names of messages', () => {
    const reader = openStore(undisturbed);
    let read = 0;
    for (const { id } of reader.services()) {
      const messages = messagesOf(reader.service(id));
      for (const { release } of reader.serviceReleases({ service: id })) {
        const changes = reader.changes(id, release.id);
        for (const card of cardsOf(changes)) {
          const title = sentenceParts(cardTitle(card));
          expect(
            title.reduce((sum, { text }) => sum + text.length, 0),
            cardTitle(card),
          ).toBeLessThanOrEqual(maxTitle);
        }
        const described = reader.descriptions(id, release.id);
        const told = [
          ...[...changes, ...described].map((change) => [sentenceOf(change), change] as const),
          // What is told together has a sentence of its own.
          ...[...cardsOf(changes), ...cardsOf(described)].map((card) => [cardSentence(card), card.changes[0]] as const),
        ];
        for (const [sentence, change] of told) {
          read++;
          const parts = sentenceParts(sentence);
          const words = parts.map(({ text, code }) => (code ? '' : text)).join('');
          expect(words, sentence).not.toMatch(/none>|\w>\w|\{"/);
          expect(words, sentence).not.toMatch(namesOfTraits);
          expect(sentence).not.toMatch(
            /undefined|\bNaN\b|was (?:every )?`?null|^(?:Entries|Keys|Values) of `[^`]+` (?:now )?(?:is|has)\b|^(?!The ).*and [\d,]+ more (?:now |no longer |always )*(?:is|was|has|(?!always)[a-z]+[^s\W]s)\b/,
          );
          // A field may have the name of a message, and then it is the field that is named.
          const fields = new Set(change.places.map(({ path }) => lastName(parentPath(path))));
          const named = parts.filter(
            ({ text, code }) => code && messages.has(text) && text === change.shape && !fields.has(text),
          );
          expect(named, sentence).toEqual([]);
        }
      }
    }
    reader.close();
    expect(read).toBeGreaterThan(1000);
  }, 400_000);

  test('between two versions is the difference of their models, for 200 random pairs, or some of them', () => {
    const reader = openStore(undisturbed);
    const services = reader.services().map(({ id }) => id);
    const versions = reader.versions();
    let state = 7;
    const random = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    let compared = 0;
    const pairs = roundsOf(200);
    for (let pair = 0; pair < pairs; pair++) {
      const service = services[random(services.length)] as string;
      const [from, to] = [versions[random(versions.length)] as string, versions[random(versions.length)] as string];
      const expected = compareServices(modelAt(repository, service, from), modelAt(repository, service, to), {
        version: to,
      });
      const found = reader.netChanges(service, from, to) ?? undefined;
      expect(JSON.stringify(found), `${service} ${from} ${to}`).toBe(JSON.stringify(expected));
      if (found !== undefined) compared++;
    }
    reader.close();
    expect(compared).toBeGreaterThan(pairs / 2);
  }, 400_000);

  test('since: the first release whose model has the path, without a gap until today', () => {
    const database = Database.read(undisturbed);
    const reader = openStore(undisturbed);
    let paths = 0;
    for (const { id } of reader.services()) {
      const versions = database
        .all<{ version: string }>("SELECT version FROM input WHERE service = ? AND snapshot <> ''", id)
        .map(({ version }) => version)
        .sort(compareVersions)
        .reverse();
      const since = sinceByHand(versions.map((version) => [version, reader.stateAt(id, version) as Service]));
      const index = reader.since(id);
      for (const [key, version] of since) {
        const [operation = '', direction, path = ''] = key.split('\t');
        const found = index.field(operation, direction as 'request', path);
        if (found?.release.id !== version) expect.fail(`${id} ${key}: ${found?.release.id}, and not ${version}`);
        paths++;
      }
    }
    reader.close();
    database.close();
    expect(paths).toBeGreaterThan(20_000);
  }, 240_000);

  test('removed in: the release after the last one whose model has the path, where what it was in is still there', () => {
    const database = Database.read(undisturbed);
    const reader = openStore(undisturbed);
    let removed = 0;
    for (const { id } of reader.services()) {
      const versions = database
        .all<{ version: string }>("SELECT version FROM input WHERE service = ? AND snapshot <> ''", id)
        .map(({ version }) => version)
        .sort(compareVersions);
      const states = versions.map((version) => [version, reader.stateAt(id, version) as Service] as const);
      const index = reader.since(id);
      for (const [key, version] of removedByHand(states)) {
        const [operation = '', direction, path = ''] = key.split('\t');
        const found = index.removedField(operation, direction as 'request', path);
        if (found?.removedIn.release.id !== version)
          expect.fail(`${id} ${key}: ${found?.removedIn.release.id}, and not ${version}`);
        removed++;
      }
    }
    reader.close();
    database.close();
    expect(removed).toBeGreaterThan(15);
  }, 240_000);
});

/** Names that only those know who read models. */
const namesOfTraits =
  /\b(?:locationName|queryName|httpChecksum|xmlNamespace|xmlOrder|idempotencyToken|endpointdiscovery|contextParam|staticContextParams|requestcompression|unsignedPayload|httpStatusCode|eventpayload|eventheader|timestampFormat|hostLabel|requiresLength)\b/;

/** The shapes that are the request or response of exactly one operation. */
function messagesOf(service: ServiceState | null): ReadonlySet<string> {
  const roots = (service?.operations ?? []).flatMap(({ operation }) => [operation.request, operation.response]);
  const counts = Map.groupBy(
    roots.filter((root) => typeof root === 'string'),
    (root) => root.replace(/~.*/, ''),
  );
  return new Set([...counts].filter(([, all]) => all.length === 1).map(([root]) => root));
}
