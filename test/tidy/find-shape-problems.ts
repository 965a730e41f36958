/** Looks at the outside of one code file: its name, its length, and the sentence that opens it. */
import { frontMatterOf, type SourceFile } from './source-file.ts';

const longest = 300;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/u;

/** Says what is untidy about a file's name, length and opening, one sentence each. */
export function findShapeProblems(file: SourceFile): string[] {
  return [...nameProblems(file), ...lengthProblems(file), ...openingProblems(file)];
}

function nameProblems({ path }: SourceFile): string[] {
  const problems: string[] = [];
  for (const part of path.split('/')) {
    // Astro names the parameters of a page in brackets, `[service].astro`, and takes no file with `_` in front for a page.
    const isPage = path.startsWith('src/pages/');
    const plain = isPage ? part.replace(/\[(\.\.\.)?[a-z][a-zA-Z]*\]/gu, 'x').replace(/^_/u, '') : part;
    if (!kebab.test(plain)) problems.push(`${path}: Unexpected name \`${part}\`, expected kebab-case`);
    if (/^utils?(\.|$)/u.test(part))
      problems.push(`${path}: Unexpected \`${part}\`, expected a noun that says what it is`);
  }
  return problems;
}

function lengthProblems({ path, text }: SourceFile): string[] {
  const lines = text.replace(/\n$/u, '').split('\n').length;
  return lines > longest ? [`${path}: Unexpected ${lines} lines, expected at most ${longest}`] : [];
}

function openingProblems({ path, text }: SourceFile): string[] {
  const code = path.endsWith('.astro') ? frontMatterOf(text) : text.replace(/^#!.*\n/u, '');
  const sentence = openingComment(code);
  if (sentence === undefined) return [`${path}:1: Unexpected start, expected a comment that says what this file is`];
  if (/^\S+\s+\S+\s+.*[.?!]$/su.test(sentence)) return [];
  return [`${path}:1: Unexpected opening \`${sentence}\`, expected a sentence that says what this file is`];
}

function openingComment(code: string): string | undefined {
  const block = /^\s*\/\*\*?(.*?)\*\//su.exec(code)?.[1];
  const lines = /^\s*((?:\/\/[^\n]*(?:\n|$))+)/u.exec(code)?.[1];
  const comment = block?.replace(/^\s*\* ?/gmu, '') ?? lines?.replace(/^\/\/ ?/gmu, '');
  return comment
    ?.trim()
    .split(/\n\s*\n/u)[0]
    ?.replace(/\s+/gu, ' ');
}
