/** Every form of RST that descriptions use, and what is read of it. */
import { expect, test } from 'vitest';
import { linesOf } from '../../../src/parse/lines.ts';
import { Messages } from '../../../src/parse/messages.ts';
import { parseBlocks } from '../../../src/parse/prose/rst-blocks.ts';
import { parseInline } from '../../../src/parse/prose/rst-inline.ts';
import { forSeeds } from '../../generate/random.ts';
import { proseText } from '../../prose-text-by-hand.ts';

function read(text: string, { hanging, plain = false }: { readonly hanging?: number; readonly plain?: boolean } = {}) {
  const messages = new Messages('page');
  const lines = linesOf(text);
  const prose = proseText(parseBlocks({ lines, messages, first: 0, end: lines.count }, { hanging, plain }));
  return { prose, said: messages.list.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`) };
}

test.each([
  ['One\ntwo.\n\nThree.', 'One two. / Three.'],
  ['- a\n- b\n  more\n\n  c\n* d', '- (a) - (b more / c) - (d)'],
  ['* - a\n* + b', '- (- (a)) - (- (b))'],
  ['•  a\n• b', '- (a) - (b)'],
  ['1. a\n2. b', '1. (a) 1. (b)'],
  ['#. a\n\n(b) c', '1. (a) 1. (c)'],
  ['1. a\nno item', '1. a no item'],
  ['1. a\n   b', '1. (a b)'],
  ['1.40 is a version', '1.40 is a version'],
  ['a. b', '1. (b)'],
  ['0. a\n9. b', '1. (a) 1. (b)'],
  ['A. a\nZ. b', '1. (a) 1. (b)'],
  ['z. a\n\ni. b', '1. (a) 1. (b)'],
  ['@. a', '@. a'],
  ['text\n\n  quote\n\n    inner\n\n  again', 'text / > (quote / > (inner) / again)'],
  ['term\n  words\n\n  more', 'term / > (words / more)'],
  ['Code::\n\n  a\n    b\n\n  c\n\nafter', 'Code: / ``` a\n  b\n\nc``` / after'],
  ['Code ::\n\n  a', 'Code / ``` a```'],
  ['::\n\n  a\n\nb', '``` a``` / b'],
  ['Not code::\n\nafter', 'Not code:: / after'],
  ['Not code::', 'Not code::'],
  ['.. note::\n\n  a\n\n  b', 'NOTE(a / b)'],
  ['.. Note:: a\n   b', 'NOTE(a b)'],
  ['.. warning::\n  - a', 'WARNING(- (a))'],
  ['.. danger:: a', 'DANGER(a)'],
  ['.. important:: a', 'IMPORTANT(a)'],
  ['.. tip:: a', 'TIP(a)'],
  ['.. deprecated:: a', 'DEPRECATED(a)'],
  ['.. caution:: a', 'CAUTION(a)'],
  ['.. seealso:: a', 'SEEALSO(a)'],
  ['.. code:: python\n\n  a = 1\n\n   b\n', '```python a = 1\n\n b```'],
  ['.. code-block::\n\n  a', '``` a```'],
  ['.. sourcecode:: sh\n\n  a', '```sh a```'],
  ['.. rubric:: The *title*', '#### The *title*'],
])('%j', (text, prose) => {
  expect(read(text)).toEqual({ prose, said: [] });
});

test('markup that is not known is kept as it stands, and said', () => {
  expect(read('a\n\n.. figure:: b\n   :c: d\n\n   e')).toEqual({
    prose: 'a / ``` .. figure:: b\n:c: d\n\ne```',
    said: ['3:1 unsupported-markup'],
  });
  expect(read('  a\n\n  .. words').said).toEqual(['3:3 unsupported-markup']);
});

test('text that goes on behind something else', () => {
  expect(read(':x: a\n  b\n\n  c', { hanging: 4 }).prose).toBe('a b / c');
  expect(read(':x:\n  b', { hanging: 3 }).prose).toBe('b');
  expect(read(':x: a\n  - b', { hanging: 4 }).prose).toBe('a / - (b)');
  expect(read(':x: a::\n\n    b', { hanging: 4 }).prose).toBe('a: / ``` b```');
});

test('text that was rendered before has bullets and indentation, and no marks', () => {
  expect(read('*a* ``b``\n\n- c\n\n• d\n\n  e::', { plain: true }).prose).toBe('*a* ``b`` / - c / - (d / e::)');
});

test('what follows behind the end of a description changes nothing of it', () => {
  const pieces = [
    '',
    'a',
    '  a',
    '   - b',
    '- a',
    '* - b',
    '1. a',
    'a::',
    '::',
    '  - c::',
    '.. note::',
    '.. code::',
    '    d',
  ];
  forSeeds(400, (random) => {
    const all = Array.from({ length: random.whole(2, 9) }, () => random.pick(pieces));
    for (let end = 0; end < all.length; end++) {
      const messages = [new Messages('page'), new Messages('page')] as const;
      const part = { lines: linesOf(all.join('\n')), messages: messages[0], first: 0, end };
      const alone = { ...part, lines: linesOf(all.slice(0, end).join('\n')), messages: messages[1] };
      expect(parseBlocks(part), JSON.stringify(all.slice(0, end + 1))).toEqual(parseBlocks(alone));
      expect(messages[0].list).toEqual(messages[1].list);
    }
  });
});

test('indentation without end is text', () => {
  const text = (levels: number) => Array.from({ length: levels }, (_, index) => `${'  '.repeat(index)}a\n`).join('\n');
  expect(read(text(60))).toMatchObject({ said: [] });
  const deep = read(text(70));
  expect(deep.said).toEqual(['121:121 nesting-too-deep']);
  expect(deep.prose.match(/>/g)).toHaveLength(60);
  expect(deep.prose.match(/a/g)).toHaveLength(70);
});

const inline = (text: string) => {
  const unclosed: string[] = [];
  const children = parseInline(text, (offset, markup) => unclosed.push(`${offset} ${markup}`));
  return [proseText([{ type: 'paragraph', children }]), ...unclosed];
};

test.each([
  ['a *b* **c** ``d``', 'a *b* **c** `d`'],
  ['a*b* c**d** e``f``', 'a*b* c**d** e``f``'],
  ['(*a*) "``b``" -*c*-', '(*a*) "`b`" -*c*-'],
  ['"*" \'*\' (*) [*] {*} <*>', '"*" \'*\' (*) [*] {*} <*>'],
  ['* a * b', '* a * b'],
  ['*a *b*', '*a *b*'],
  [String.raw`\*a\* \\ b\ c`, String.raw`*a* \ bc`],
  [String.raw`*a\*b*`, '*a*b*'],
  ['```a```', '``a``'],
  ['`a`', '*a*'],
  ['`a <https://example.org>`__ `b`_ `<c>`_', '[a](https://example.org) b [c](c)'],
  ['`a b <https://example.org/a\n b>`__', '[a b](https://example.org/ab)'],
  [':ref:`a <b>` :doc:`c` :ref:`d`', 'a c d'],
  [':class:`~a.b.C` :func:`.d` :py:meth:`e.f`', '`C` `d` `e.f`'],
  [
    'see https://example.org/a?b=c. And http://x.y/z)',
    'see [https://example.org/a?b=c](https://example.org/a?b=c). And [http://x.y/z](http://x.y/z))',
  ],
  ['xhttps://a.b', 'xhttps://a.b'],
  ['no marks', 'no marks'],
  ['', ''],
  ['„*a*“ é*b*', '„*a*“ é*b*'],
])('inline %j', (text, expected) => {
  expect(inline(text)).toEqual([expected]);
});

test.each([
  ['a *b', 'a *b', '2 *'],
  ['a **b', 'a **b', '2 **'],
  ['``b', '``b', '0 ``'],
  ['a `b', 'a `b', '2 `'],
])('unclosed %j is text, and said', (text, expected, said) => {
  expect(inline(text)).toEqual([expected, said]);
});
