/** Changes as Markdown, for a changelog or a comment. */
import { code } from '../../diff/index.ts';
import { append, codeFence } from '../../model/index.ts';
import { type WordPiece, wordPieces } from '../../view/prose/word-pieces.ts';
import { type SyntaxLine, syntaxText } from '../../view/syntax/syntax-line.ts';
import { sentenceParts } from './code-spans.ts';
import type { Comparison, Side } from './diff-formats.ts';
import { placeOf, sentenceOf, totals, worstFirst } from './sentences.ts';

const most = 20;
/** Diffs in one document: comments on GitHub end at 65,536 characters. */
const maxBlocks = 40;

/** A heading for each service and a list of its changes, worst first. */
export function printMarkdown({ old, new: now, services, syntax }: Comparison): string {
  const lines = [`# Changes from ${sideTitle(old)} to ${sideTitle(now)}`, '', `${totals(services)}.`, ''];
  let blocks = 0;
  for (const { id, title, status, changes } of services) {
    lines.push(`## ${escaped(title)} (\`${id}\`)${status === 'changed' ? '' : `: ${status}`}`, '');
    for (const change of worstFirst(changes)) {
      lines.push(`- **${change.severity}**: ${escapeAround(sentenceOf(change))} (\`${change.kind}\`)`);
      const words = wordPieces(change);
      if (words.length > 0) lines.push(`  - ${words.map(wordMarkdown).join('')}`);
      for (const place of change.places.slice(0, most))
        if (place.operation !== null) lines.push(`  - \`${placeOf(place, id).replaceAll('`', "'")}\``);
      const more = change.places.length - most + (change.unlisted ?? 0);
      if (more > 0) lines.push(`  - … and ${more} more places`);
      const block = syntax === null || blocks >= maxBlocks ? null : syntax(change);
      if (block === null) continue;
      append(lines, fenced(block));
      blocks++;
      if (blocks === maxBlocks) lines.push('', `  Syntax is shown for the first ${maxBlocks} changes only.`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

/** A fenced diff inside of a list item; the fence is longer than any that a name could hold. */
function fenced(lines: readonly SyntaxLine[]): readonly string[] {
  const text = syntaxText(lines).map((line) => line.trimEnd());
  const fence = codeFence(text.join('\n'), 3);
  return ['', `  ${fence}diff`, ...text.map((line) => `  ${line}`), `  ${fence}`, ''];
}

function wordMarkdown({ text, change }: WordPiece): string {
  if (change === 'same') return escaped(text);
  const [, before, words, after] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? ['', '', text, ''];
  if (words === '') return text;
  return `${before}${change === 'added' ? '**' : '~~'}${escaped(words as string)}${change === 'added' ? '**' : '~~'}${after}`;
}

function sideTitle(side: Side): string {
  return side.version ?? side.date ?? `\`${side.source.replaceAll('`', "'")}\``;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}

/** Escapes a sentence but for its code spans. */
function escapeAround(sentence: string): string {
  return sentenceParts(sentence)
    .map((part) => (part.code ? code(part.text) : escaped(part.text)))
    .join('');
}
