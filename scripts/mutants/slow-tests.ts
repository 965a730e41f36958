/** Test files that are not run for mutants, each with its reason: one of them would take longer than all others. */
export const slowTests: Readonly<Record<string, string>> = {
  'test/mutations/mutations.test.ts': 'a thousand rounds over real inputs',
  'test/diff/rules/documentation.test.ts': 'goes through the history of AWS',
  'test/diff/oracle/oracle.test.ts': 'goes through the history of AWS',
  'test/store/history/history.test.ts': 'goes through the history of AWS',
  'test/parse/growth.test.ts': 'measures time, which a busy machine makes a failure of',
  'test/parse/hostile.test.ts': 'attacks on every expression',
  'test/parse/reference/html-account.test.ts': 'puts a word at every place of pages',
  'test/sources/real-inputs.test.ts': 'reads every real input there is',
  'test/parse/reference/whole-documentation.test.ts': 'reads the documentation of all of AWS',
  'test/sources/hostile.test.ts': 'unpacks archives that are made to be large',
  'test/view/hostile-names.test.ts': 'builds a site',
  'test/cli/site/broken-off/killed-build.test.ts': 'builds a site many times',
  'test/cli/site/out-folder.test.ts': 'builds a site many times',
  'test/cli/site/broken-off/replace-folder.test.ts': 'ends a process at every step',
  'test/cli/site/read-only-store.test.ts': 'builds a site',
  'test/cli/site/same-bytes.test.ts': 'builds a site several times',
  'test/store/history/hostile-shapes.test.ts': 'takes in shapes that are made to be deep',
  'test/store/database/upgrade.test.ts': 'ends a process again and again',
  'test/store/walk/walk-random.test.ts': 'walks at random',
  'test/mutants/run.test.ts': 'makes mutants itself',
};

/** Folders that run only in Astro or a browser: their tests are of another kind. */
export const shownBySite: readonly string[] = ['src/pages/', 'src/components/', 'src/layouts/'];

/** Folders whose tests do not run src: they read it as text, or run it in a browser. */
export const unasked: readonly string[] = ['test/tidy/', 'test/browser/'];
