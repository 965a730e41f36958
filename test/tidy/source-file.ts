/** The files of the project as the tidy tests see them: path, text, and the syntax tree of their code. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** One piece of code in a file: a whole `.ts` file, or the front matter or a script of an `.astro` file. */
export interface Code {
  readonly runsInBrowser: boolean;
  readonly tree: ts.SourceFile;
}

export const root = path.resolve(import.meta.dirname, '..', '..');

const binary = /\.(gz|xz|zip|tar|png|jpg|ico|woff2?|db|bundle)$/u;

/** Reads every text file that git would track, of the given folders or of the whole project. */
export function readFiles(...folders: readonly string[]): SourceFile[] {
  const ignored = ignoredNames();
  const wanted = folders.length > 0 ? folders : [''];
  const entries = wanted.flatMap((folder) => listFiles(folder, ignored));
  return entries.map((name) => ({ path: name, text: readFileSync(path.join(root, name), 'utf8') }));
}

/** The names that stand at the top of the project, without what git ignores. */
export function topLevel(): string[] {
  const ignored = ignoredNames();
  return readdirSync(root).filter((name) => !ignored(name));
}

/** The code inside a file; none for styles and data. */
export function codeOf(file: SourceFile): Code[] {
  if (/\.(ts|mjs|js)$/u.test(file.path)) return [{ runsInBrowser: false, tree: treeOf(file.path, file.text) }];
  if (!file.path.endsWith('.astro')) return [];
  const frontMatter = frontMatterOf(file.text);
  const scripts = [...file.text.matchAll(/<script(?![^>]*\bis:inline\b)[^>]*>(.*?)<\/script>/gsu)];
  return [
    { runsInBrowser: false, tree: treeOf(file.path, frontMatter) },
    ...scripts.map(([, text]) => ({ runsInBrowser: true, tree: treeOf(file.path, text ?? '') })),
  ];
}

/** What stands between the two `---` of an `.astro` file. */
export function frontMatterOf(text: string): string {
  return /^\s*---\r?\n(.*?)^---/msu.exec(text)?.[1] ?? '';
}

/** Visits every node of a tree. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

function treeOf(name: string, text: string): ts.SourceFile {
  return ts.createSourceFile(`${name}.ts`, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

function listFiles(folder: string, ignored: (name: string) => boolean): string[] {
  let entries: ReturnType<typeof readDirectory>;
  try {
    entries = readDirectory(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return entries.flatMap((entry) => {
    const name = folder ? `${folder}/${entry.name}` : entry.name;
    if (ignored(entry.name)) return [];
    if (entry.isDirectory()) return listFiles(name, ignored);
    return binary.test(name) ? [] : [name];
  });
}

function readDirectory(folder: string) {
  return readdirSync(path.join(root, folder), { withFileTypes: true });
}

/** Our `.gitignore` holds names (`lib/`) and endings (`*.log`) only. */
function ignoredNames(): (name: string) => boolean {
  const lines = readFileSync(path.join(root, '.gitignore'), 'utf8').split(/\r?\n/u).filter(Boolean);
  const names = new Set(['.git', ...lines.map((line) => line.replace(/^\/|\/$/gu, ''))]);
  const endings = lines.filter((line) => line.startsWith('*')).map((line) => line.slice(1));
  return (name) => names.has(name) || endings.some((ending) => name.endsWith(ending));
}
