/** Texts that break careless parsers: each in the frame of a dialect, of any size. */
import type { DialectId } from '../../src/parse/index.ts';

export interface HostileInput {
  readonly name: string;
  readonly dialect: DialectId;
  /** The text; about `size` repetitions of what is hostile. */
  readonly text: (size: number) => string;
}

const rstPage = (syntax: string, prose: string, fields: string) =>
  `:doc:\`X <../../x>\` / Client / go\n\n**\ngo\n**\n\n.. py:method:: X.Client.go(**kwargs)\n\n  ${prose}\n\n  See also: \`AWS API Documentation <https://docs.aws.amazon.com/goto/WebAPI/x-2020-01-01/Go>\`_\n\n  **Request Syntax**\n  ::\n\n    ${syntax}\n\n  ${fields}\n\n  :returns: None\n`;
const textPage = (syntax: string, prose: string, fields: string) =>
  `X\n\n2025/11/13 - X - 1 updated api methods\n\nChanges  Words.\n\nGo (updated) Link ¶\nChanges (request)\n{'A': 'string'}\n\n${prose}\n\nRequest Syntax\n\n${syntax}\n\n${fields}\n\nreturns:\n\nNone\n`;
const flatPage = (syntax: string, prose: string, fields: string) =>
  `2025/11/13 - X - 1 updated api methods\nChanges Words.\n{'A': 'string'}\n${prose}\nSee also: AWS API Documentation\nRequest Syntax\n${syntax}\n${fields}\nNone\n`;
const htmlPage = (syntax: string, prose: string, fields: string) =>
  `<!DOCTYPE html><html><body><p class="title">2025/11/13 - X - 1 updated api methods</p><details id="Go"><summary>Go (updated)</summary><pre>{'A': 'string'}</pre><p>${prose}</p><p><strong>Request Syntax</strong></p><pre class="literal-block">${syntax}</pre><dl class="field-list"><dt>param A:</dt><dd>${fields}</dd></dl></details></body></html>`;
const reference = (syntax: string, prose: string, fields: string) =>
  `class X.Client\n\nclient = session.create_client('x')\n\nThese are the available methods:\n\ngo(**kwargs)\n\n${prose}\n\nRequest Syntax\n\n${syntax}\n\nParameters\n\n${fields}\n\nReturns\n\nNone\n`;

const frames: readonly (readonly [DialectId, (syntax: string, prose: string, fields: string) => string])[] = [
  ['reference-rst', rstPage],
  ['reference-text', reference],
  ['changelog-text', textPage],
  ['changelog-flat', flatPage],
  ['changelog-html', htmlPage],
];

const call = "client.go(\n        A='string'\n    )";
const field = ':type A: string\n  :param A: words';

const inSyntax: readonly (readonly [string, (size: number) => string])[] = [
  ['open brackets', (size) => `client.go(A=${'['.repeat(size)}`],
  ['open braces with keys', (size) => `client.go(A=${"{'a': ".repeat(size)}`],
  ['nested and closed brackets', (size) => `client.go(A=${'['.repeat(size)}${']'.repeat(size)})`],
  ['open strings', (size) => `client.go(A=${"'a ".repeat(size)}`],
  ['strings in pieces', (size) => `client.go(A=${"'a ' ".repeat(size)})`],
  ['alternatives', (size) => `client.go(A=${"'a'|".repeat(size)})`],
  ['commas', (size) => `client.go(${','.repeat(size)})`],
  ['nonsense', (size) => `client.go(${'?! '.repeat(size)})`],
  ['many parameters', (size) => `client.go(${Array.from({ length: size }, (_, index) => `A${index}=1`).join(', ')})`],
  ['one name again', (size) => `client.go(${'A=1, '.repeat(size)})`],
];

const inProse: readonly (readonly [string, (size: number) => string])[] = [
  ['open literals', (size) => '``a '.repeat(size)],
  ['open links', (size) => '`a <b '.repeat(size)],
  ['open emphasis', (size) => '*a **b '.repeat(size)],
  ['stars', (size) => '*'.repeat(size)],
  ['backticks', (size) => '`'.repeat(size)],
  ['backslashes', (size) => '\\'.repeat(size)],
  ['colons', (size) => ':a'.repeat(size)],
  ['roles without an end', (size) => ':a:`b '.repeat(size)],
  ['one long word', (size) => 'a'.repeat(size * 4)],
  ['white space', (size) => `a${' '.repeat(size * 4)}b`],
  ['a link over white space', (size) => `\`a\`${' '.repeat(size * 4)}\`b\`_`],
  ['a link with white space in it', (size) => `\`a${' '.repeat(size * 4)}b\`_`],
  ['a role with white space in it', (size) => `:doc:\`a${' '.repeat(size * 4)}b\``],
  ['a link of many targets', (size) => `\`${'a <b> '.repeat(size)}\`_`],
  ['roles behind hyphens', (size) => '-:a'.repeat(size)],
  ['roles behind colons', (size) => '::a'.repeat(size)],
  ['white space as code', (size) => `<pre>a${'\n '.repeat(size * 2)}b</pre>`],
  ['bare addresses', (size) => 'https://a.b/ '.repeat(size)],
  ['underscores', (size) => 'a_ '.repeat(size)],
  ['NULs', (size) => 'a\0'.repeat(size)],
  ['lone surrogates', (size) => 'a\ud800'.repeat(size)],
  ['mojibake', (size) => 'â€™ Ã© '.repeat(size)],
  ['lines that end in CR', (size) => 'a word\r'.repeat(size)],
  ['lines that end in CR LF', (size) => 'a word\r\n  '.repeat(size)],
  ['blank lines', (size) => '\n'.repeat(size)],
  ['deltas', (size) => "{'A': 'string'}\n".repeat(size)],
  ['headings', (size) => 'Request Syntax\n'.repeat(size)],
  ['tags', (size) => '<b>'.repeat(Math.min(size, 20_000))],
];

const inFields: readonly (readonly [string, (size: number) => string])[] = [
  ['ever deeper lines', (size) => steps(size, 'a')],
  ['ever deeper fields', (size) => steps(size, '- **A** *(dict) --* a')],
  ['ever deeper bullets', (size) => steps(size, '• A (dict) -- a')],
  ['ever deeper quotes', (size) => steps(size, '* a\n')],
  ['items in items', (size) => '- '.repeat(size)],
  ['fields at one level', (size) => '\n    - **A** *(string) --* a\n'.repeat(size)],
  ['a field of many ends', (size) => `\n    - **A${'** (*'.repeat(size)}\n`],
  ['a field of many types', (size) => `\n    - ${'** *('.repeat(size)}\n`],
  ['a bullet of many names', (size) => `\n• ${'a ('.repeat(size)}\n`],
  ['types alone', (size) => 'string\n'.repeat(size)],
  ['parameters that the syntax has not', (size) => ':type B: string\n  :param B: b\n  '.repeat(size)],
];

/** Ever more indentation; the text grows with the square of the depth, so the depth is the root of what is asked for. */
function steps(size: number, line: string): string {
  const depth = Math.floor(Math.sqrt(size * 8));
  return Array.from({ length: depth }, (_, index) => `\n${' '.repeat(2 + index * 2)}${line}`).join('\n');
}

/** Hostile texts that need a frame of their own. */
const whole: readonly HostileInput[] = [
  made('an introduction of many brackets', 'reference-rst', (size) =>
    servicePage(`A low-level client representing a${' ('.repeat(size)}`),
  ),
  made('an introduction of closed brackets', 'reference-rst', (size) =>
    servicePage(`A low-level client representing a${' (a)'.repeat(size)}`),
  ),
  made(
    'waiters in a row',
    'reference-rst',
    (size) =>
      `.. py:class:: X.Waiter.A\n\n  .. py:method:: wait(**kwargs)\n\n    ${'Polls :py:meth:`X.Client.a` every 1 seconds '.repeat(size / 8)}\n`,
  ),
  made('versions in a row', 'release-notes', (size) => `${'1.0.0 '.repeat(size)}\n`),
  made('headings without entries', 'release-notes', (size) => '1.0.0\n=====\n\n'.repeat(size / 4)),
  made('digits', 'release-notes', (size) => `1.0${'0'.repeat(size * 4)}\n=\n`),
];

function servicePage(introduction: string): string {
  return `***\nX\n***\n\n======\nClient\n======\n\n.. py:class:: X.Client\n\n  ${introduction}\n\n    client = session.create_client('x')\n`;
}

/** Every hostile text in every frame. */
export const hostileInputs: readonly HostileInput[] = frames
  .flatMap(([dialect, frame]) => [
    ...inSyntax.map(([name, text]) => made(name, dialect, (size) => frame(text(size), 'Words.', field))),
    ...inProse.map(([name, text]) => made(name, dialect, (size) => frame(call, text(size), field))),
    ...inFields.map(([name, text]) =>
      made(name, dialect, (size) => frame(call, 'Words.', `${field}\n  ${text(size)}`)),
    ),
  ])
  .concat(whole);

function made(name: string, dialect: DialectId, text: (size: number) => string): HostileInput {
  return { name, dialect, text };
}
