/** Holds the descriptions of 200 reference pages, as we read them, against docutils' reading of the same pages; for `.ci/run`. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Block, fieldsOf, type Inline, type Prose, type Service } from '../../src/model/index.ts';
import { parseDocuments } from '../../src/parse/index.ts';
import { openSource } from '../../src/sources/index.ts';

/** What `read-descriptions.py` puts where docutils reports markup without an end: it then shows the source, we what can be read. */
const broken = '\ue000';
const wanted = Number(process.argv[2] ?? 200);
const archive = path.join(
  process.env.APIDELTA_SHARED ?? path.join(import.meta.dirname, '..', '..', '..', 'shared'),
  'data',
  'rst-1.43.67.tar.xz',
);
if (!existsSync(archive)) {
  process.stderr.write(
    `Unexpected absence of ${archive}, expected the documentation to compare; set APIDELTA_SHARED.\n`,
  );
  process.exit(process.env.CI ? 1 : 0);
}

/** Every so many pages one, so that the sample is the same each time and has something of every service. */
const pages: { readonly name: string; readonly text: string }[] = [];
const source = await openSource(archive);
const files = source.units.flatMap((unit) => unit.files.filter((file) => /\/client\/[^/]+\.rst$/.test(file.name)));
// Some pages are passed over.
const every = Math.max(Math.floor(files.length / (wanted * 1.1)), 1);
const start = Number(process.argv[3] ?? 7) % every;
for (let at = start; at < files.length && pages.length < wanted; at += every) {
  const file = files[at];
  if (file === undefined) break;
  const text = await file.read();
  // A section that was left out has no descriptions.
  if (text.includes('**Request Syntax**') && !text.includes('# This section is too large'))
    pages.push({ name: file.name, text });
}
await source.close();

const python = spawn('/usr/bin/python3', [path.join(import.meta.dirname, 'read-descriptions.py')], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
for (const page of pages) python.stdin.write(`${JSON.stringify(page)}\n`);
python.stdin.end();

let compared = 0;
let differing = 0;
let unreadable = 0;
let misread = 0;
let read = 0;
for await (const line of createInterface({ input: python.stdout })) {
  const { name, texts } = JSON.parse(line) as { name: string; texts: Record<string, string> | null };
  const page = pages[read++];
  if (texts === null) {
    misread++;
    continue;
  }
  const ours = descriptionsOf(page?.text ?? '');
  for (const key of new Set([...Object.keys(texts), ...ours.keys()])) {
    compared++;
    const isBroken = texts[key]?.includes(broken) === true;
    const [one, other] = [ours.get(key) ?? '', (texts[key] ?? '').replaceAll(broken, ' ').replace(/\s+/g, ' ').trim()];
    if (one === other) continue;
    if (isBroken) {
      unreadable++;
      continue;
    }
    differing++;
    if (differing <= Number(process.env.SHOW ?? 20)) process.stderr.write(`${name} ${key}\n${around(one, other)}\n`);
  }
}
process.stdout.write(
  `${read} pages (${misread} lost their indentation), ${compared} descriptions, ${differing} differ from docutils, ${unreadable} more have links that docutils shows as they are written\n`,
);
process.exitCode = differing > 0 || read < pages.length ? 1 : 0;

/** The text of every description of a page, by the same keys. */
function descriptionsOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  const service = parseDocuments('reference-rst', [{ name: 'page', text }]).api.services[0] as Service;
  const [operation] = service.operations;
  if (operation === undefined) return found;
  found.set('operation', textOf(operation.documentation ?? []));
  for (const direction of ['request', 'response'] as const) {
    const root = operation[direction];
    if (root === undefined || root === null) continue;
    if (direction === 'response') found.set('response\t', textOf(service.shapes[root]?.documentation ?? []));
    for (const { path: at, member } of fieldsOf(service.shapes, root))
      found.set(`${direction}\t${at}`, textOf(member.documentation ?? []));
  }
  return found;
}

/** The text of a description, white space folded. */
function textOf(prose: Prose): string {
  return prose.map(blockText).join('\n').replace(/\s+/g, ' ').trim();
}

function blockText(block: Block): string {
  if (block.type === 'code' || block.type === 'html') return block.value;
  if (block.type === 'paragraph' || block.type === 'heading') return block.children.map(inlineText).join('');
  if (block.type === 'table')
    return block.children
      .map((row) => row.children.map((cell) => cell.children.map(inlineText).join('')).join('\n'))
      .join('\n');
  if (block.type === 'list') return block.children.map((item) => item.children.map(blockText).join('\n')).join('\n');
  return block.children.map(blockText).join('\n');
}

function inlineText(inline: Inline): string {
  if (inline.type === 'break') return '\n';
  return 'value' in inline ? inline.value : inline.children.map(inlineText).join('');
}

/** Both texts from a little before the first character in which they differ. */
function around(ours: string, theirs: string): string {
  let at = 0;
  while (at < ours.length && ours[at] === theirs[at]) at++;
  const from = Math.max(at - 40, 0);
  return `  ours:   …${ours.slice(from, at + 80)}\n  theirs: …${theirs.slice(from, at + 80)}`;
}
