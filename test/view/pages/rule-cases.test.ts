/** The page of a kind of change says each thing once: cases have titles of their own, and no two sections are alike. */
import { expect, test } from 'vitest';
import { ruleCases } from '../../../src/view/pages/about/rule-cases.ts';
import { ruleKinds, rulePage, rulesPage } from '../../../src/view/pages/about/rules-page.ts';
import { spans } from '../../../src/view/site/words.ts';
import { fixtureSite } from '../../fixture-site.ts';

const site = fixtureSite();
const caseOf = (description: string) =>
  ruleCases([
    { ...(rulePage(site, 'auth-changed').rules[0] as (typeof rules)[number]), description: spans(description) },
  ])[0];
const { rules } = rulePage(site, 'auth-changed');
const textOf = (all: readonly { readonly text: string }[]) => all.map(({ text }) => text).join('');

test('every title stands once on its page, and no section twice', () => {
  for (const kind of ruleKinds()) {
    const { cases, rules: all } = rulePage(site, kind);
    const titles = cases.map(({ title }) => textOf(title));
    expect(new Set(titles).size, kind).toBe(titles.length);
    for (const title of titles) expect(title).toMatch(/^\S.*[^.]$/);
    const sections = cases.flatMap((one) => one.rules.map((rule) => JSON.stringify(rule)));
    expect(new Set(sections).size, kind).toBe(sections.length);
    // Nothing that a rule says is lost.
    const told = (some: typeof all) => new Set(some.flatMap(({ cards }) => cards.map((card) => JSON.stringify(card))));
    expect(told(cases.flatMap((one) => one.rules))).toEqual(told(all));
  }
});

test('a title says what is special about its case: none is a part of another one on its page', () => {
  for (const kind of ruleKinds()) {
    const titles = rulePage(site, kind).cases.map(({ title }) => textOf(title).toLowerCase());
    for (const title of titles)
      expect(
        titles.filter((other) => other !== title && `${other} `.includes(title)),
        `${kind}: ${title}`,
      ).toEqual([]);
  }
});

test('a table finds a kind by its severity in every word for it, and by what its lines say', () => {
  const kinds = rulesPage(site).subjects.flatMap((subject) => subject.kinds);
  const aliasesOf = (wanted: string) => kinds.find(({ kind }) => kind === wanted)?.found ?? [];
  expect(aliasesOf('enum-value-added').slice(0, 4)).toEqual(['new or looser', 'safe', 'may break', 'dangerous']);
  expect(aliasesOf('enum-value-added')).toContain(
    'a caller may send one more value. where it comes back, correct code survives it, and code that knows only the old values may not.',
  );
  expect(aliasesOf('signing-changed')).toEqual(
    expect.arrayContaining(['may break', 'on the wire only', 'wire', 'no change']),
  );
  // A case without effect has no severity.
  expect(aliasesOf('signing-changed')).not.toContain('words only');
});

test('four rules for words are one case; one kind of harm for several reasons is one section', () => {
  const [words, ...none] = rulePage(site, 'documentation-changed').cases;
  expect([words?.rules.length, none]).toEqual([1, []]);
  expect(words?.rules[0]?.cards.length).toBeGreaterThan(1);
  const severities = ['breaking', 'dangerous', 'safe', 'docs'];
  const fields = rulePage(site, 'error-field-changed').cases.map((one) => one.rules.map(({ request }) => request));
  // First what everybody sees, then what is on the wire.
  expect(fields).toEqual([[...severities, ...severities]]);
});

test('a title is the first sentence, and code stays code', () => {
  expect(caseOf('One `a.b` thing. Then `more`. End.')).toMatchObject({
    title: spans('One `a.b` thing'),
    rest: spans('Then `more`. End.'),
  });
  expect(caseOf('Only `one. sentence`.')).toMatchObject({
    title: [...spans('Only `one. sentence`'), { text: '', code: false }],
    rest: [],
  });
});
