/** The languages of the code panel: Python with boto3, shell with the AWS CLI, and plain JSON. */
import { type ScalarKind, sdkNameOf } from '../../model/index.ts';
import { quoted } from '../syntax/syntax-forms.ts';
import type { Sample, SampleEntry } from './sample.ts';
import { type Notation, writeEntry, writeValue } from './write-lines.ts';

/** A call of the SDK's method. */
export function pythonCall(method: string, entries: readonly SampleEntry[]): readonly string[] {
  const called = isPythonName(method) ? `client.${method}` : `getattr(client, ${pythonText(method)})`;
  if (entries.length === 0) return [`${called}()`];
  const lines = entries.flatMap((entry) => {
    const { name, value } = entry;
    if (isPythonName(name)) return writeEntry(python, `${name}=`, value, ',');
    return writeEntry(python, '**', { kind: 'object', entries: [entry] }, ',');
  });
  return [`${called}(`, ...lines.map((line) => python.step + line), ')'];
}

/** A call on the command line. The lines run once the reader fills in each `<…>`. */
export function cliCall(
  service: string,
  method: string,
  entries: readonly SampleEntry[],
  end: string,
): readonly string[] {
  const flags = entries.map(({ name, value }) => `    ${shellWord(cliFlag(name))}${cliValue(value)}`);
  const command = Object.hasOwn(commands, service) ? (commands[service] ?? service) : service;
  const head = `aws ${shellWord(command)} ${shellWord(method.replaceAll('_', '-'))}`;
  const lines = [head, ...flags, ...(end === '' ? [] : [`    ${end}`])];
  return lines.map((line, index) => (index < lines.length - 1 ? `${line} \\` : line));
}

/** The command-line flag of a request field. */
export function cliFlag(name: string): string {
  return `--${sdkNameOf(name).replaceAll('_', '-')}`;
}

/** A request body or a response. */
export function jsonBody(entries: readonly SampleEntry[]): readonly string[] {
  return writeValue(json, { kind: 'object', entries });
}

/** Services that have another name on the command line than in the SDK. */
const commands: Readonly<Record<string, string>> = { s3: 's3api', codedeploy: 'deploy', config: 'configservice' };

const keywords = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if
  import in is lambda nonlocal not or pass raise return try while with yield`.split(/\s+/),
);

const python: Notation = {
  scalar: ({ type, example }) => (example === null ? pythonScalars[type] : pythonText(example)),
  name: (name) => `${pythonText(name)}: `,
  closedObject: '{…}',
  closedList: '[…]',
  lastComma: true,
  step: '    ',
};

const json: Notation = {
  scalar: ({ type, example }) => (example === null ? jsonScalars[type] : quoted(example)),
  name: (name) => `${quoted(name)}: `,
  closedObject: '{…}',
  closedList: '[…]',
  lastComma: false,
  step: '  ',
};

const pythonScalars: Readonly<Record<ScalarKind, string>> = {
  string: "'string'",
  integer: '1',
  long: '1',
  float: '1.0',
  double: '1.0',
  boolean: 'True',
  timestamp: 'datetime(2025, 11, 13)',
  blob: "b'bytes'",
  document: '{…}',
  stream: "b'bytes'",
};

const jsonScalars: Readonly<Record<ScalarKind, string>> = {
  string: '"string"',
  integer: '1',
  long: '1',
  float: '1.0',
  double: '1.0',
  boolean: 'true',
  timestamp: '"2025-11-13T09:30:00Z"',
  blob: '"bytes"',
  document: '{…}',
  stream: '"bytes"',
};

/** Text in single quotes. JSON and Python have the same escapes, except for quotes. */
function pythonText(text: string): string {
  return `'${quoted(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function cliValue(value: Sample): string {
  if (value.kind === 'scalar') return value.type === 'boolean' ? '' : ` ${cliScalar(value)}`;
  if (value.kind === 'list' && value.item?.kind === 'scalar') return ` ${cliScalar(value.item)} …`;
  const short = shorthand(value.kind === 'list' ? value.item : value);
  if (short !== null && short.length <= widest) return ` ${short}`;
  const written = shellWord(writeValue(json, value).join('').replace(/\s+/g, ' '));
  return written.length <= widest ? ` ${written}` : ` '${value.kind === 'list' ? json.closedList : json.closedObject}'`;
}

/** One argument can hold a structure as long as a page. */
const widest = 400;

/** Whether Python can read a name as it is. */
function isPythonName(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && !keywords.has(name);
}

/** A word that the shell takes as it is: names come from sources, and one may be written to end the command. */
function shellWord(text: string): string {
  if (/^[\w.:/@%+,=-]+$/.test(text)) return text;
  // In its quotes of this form, the shell reads the escapes of JSON.
  if (hasControl.test(text)) return `$'${quoted(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  // Inside single quotes, the shell needs no escape except for the quote itself.
  return `'${text.replaceAll("'", "'\\''")}'`;
}

const hasControl = /\p{Cc}/u;

/** `Key=<string>,Value=<string>`: the short form for structures that have only scalars. */
function shorthand(value: Sample | null): string | null {
  if (value === null || value.kind !== 'object' || value.entries.length === 0) return null;
  const parts = value.entries.map(({ name, value: inner }) =>
    inner.kind === 'scalar' && /^\w+$/.test(name) ? `${name}=${cliScalar(inner)}` : null,
  );
  return parts.some((part) => part === null) ? null : parts.join(',');
}

function cliScalar({ type, example }: Sample & { readonly kind: 'scalar' }): string {
  if (example !== null) return shellWord(example);
  return `<${type === 'stream' || type === 'blob' ? 'file' : type}>`;
}
