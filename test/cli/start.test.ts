/** A command loads what it runs: a list of names in the wrong module would bring every parser and rule with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Database, ingest } from '../../src/store/write.ts';
import { type Loaded, modulesOf } from './loaded-modules.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'apidelta-start-'));
const store = path.join(folder, 'store.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  const database = Database.open(store);
  await ingest(database, ['content/reference']);
  database.close();
});

/** Every process is one of its own, on a machine that has other things to do. */
const patience = 60_000;

/** The folders of ours that something was loaded from. */
const foldersOf = ({ ours }: Loaded) => [...new Set(ours.map((file) => file.split('/')[0]))].sort();
const inFolder = ({ ours }: Loaded, name: string) => ours.filter((file) => file.startsWith(`${name}/`));

test.each([[['--help']], [['log', '--help']], [['--version']]])(
  '%j loads the options and what reads them',
  (args) => {
    const loaded = modulesOf(...args);
    expect(loaded.code).toBe(0);
    expect(foldersOf(loaded)).toEqual(['cli', 'diff', 'model']);
    // The words of severities.
    expect(inFolder(loaded, 'diff')).toHaveLength(1);
    expect(loaded.packages).toEqual(['commander']);
    expect(loaded.count).toBeLessThanOrEqual(30);
  },
  patience,
);

test(
  'find loads neither rules nor parsers',
  () => {
    const loaded = modulesOf('find', 'CreateAuthorizer', '--store', store);
    expect(loaded.code).toBe(0);
    expect(foldersOf(loaded)).toEqual(['cli', 'diff', 'model', 'parse', 'sources', 'store']);
    // The class of its errors.
    expect(inFolder(loaded, 'sources')).toEqual(['sources/types.ts', 'sources/error-code.ts']);
    expect(inFolder(loaded, 'diff')).toHaveLength(1);
    expect(inFolder(loaded, 'parse').filter((file) => !/\/(?:names?|releases)\.ts$/.test(file))).toEqual([]);
    expect(loaded.packages).toEqual(['commander']);
    expect(loaded.count).toBeLessThanOrEqual(85);
  },
  patience,
);

test.each(['apigatewayv2.CreateAuthorizer', 'apigatewayv2'])(
  'log of %s loads sentences, and no parser of documents',
  (thing) => {
    const loaded = modulesOf('log', thing, '--store', store);
    expect(loaded.code).toBe(0);
    expect(inFolder(loaded, 'sources')).toEqual(['sources/types.ts', 'sources/error-code.ts']);
    expect(inFolder(loaded, 'feed')).toEqual([]);
    expect(inFolder(loaded, 'view').sort()).toEqual([
      'view/fields/history/other-names.ts',
      'view/syntax/syntax-line.ts',
    ]);
    const parsers = inFolder(loaded, 'parse').filter(
      (file) => !/^parse\/(?:known|prose)\/|\/(?:names?|releases)\.ts$/.test(file),
    );
    expect(parsers).toEqual([]);
    // Descriptions are HTML, and what is read of them comes from parse5.
    expect(loaded.packages).toEqual(['commander', 'entities', 'leven', 'lru-cache', 'parse5']);
    expect(loaded.count).toBeLessThanOrEqual(250);
  },
  patience,
);

test(
  'between loads rules and sentences, and neither sources nor what checks a configuration',
  () => {
    const loaded = modulesOf('between', 'elbv2', '1.40.72', '1.40.73', '--store', store);
    expect(loaded.code).toBe(0);
    expect(inFolder(loaded, 'sources')).toEqual(['sources/types.ts', 'sources/error-code.ts']);
    expect(inFolder(loaded, 'parse').filter((file) => file.includes('/build/') || file.includes('/models/'))).toEqual(
      [],
    );
    expect(loaded.packages).toEqual(['commander', 'diff', 'entities', 'leven', 'lru-cache', 'parse5', 'picocolors']);
    expect(loaded.count).toBeLessThanOrEqual(286);
  },
  patience,
);
