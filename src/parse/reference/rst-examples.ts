/**
 * Examples of a method in reference RST: words, the call as a literal block, “Expected Output:”, the answer as a
 * literal block.
 */
import type { Example, Prose } from '../../model/index.ts';
import { parseBlocks } from '../prose/rst-blocks.ts';
import type { MethodInput } from './rst-sections.ts';

/** Reads the examples below their heading. */
export function readExamples({ lines, ledger, messages }: MethodInput, first: number, end: number): Example[] {
  ledger.skip('section-heading', first);
  // If some words lost their indentation, the words that kept it look like a quote.
  const blocks = parseBlocks({ lines, messages, first: first + 1, end }).flatMap((block) =>
    block.type === 'blockquote' ? block.children : [block],
  );
  ledger.use(first + 1, end);
  const examples: { description: Prose[number][]; request?: string; response?: string }[] = [];
  let expectsOutput = false;
  for (const block of blocks) {
    const last = examples.at(-1);
    if (block.type === 'code' && last !== undefined && (last.request === undefined || expectsOutput)) {
      if (expectsOutput) last.response = block.value;
      else last.request = block.value;
      expectsOutput = false;
    } else if (block.type === 'code') examples.push({ description: [], request: block.value });
    else if (isOutputLine(block)) expectsOutput = true;
    else if (last !== undefined && last.request === undefined) last.description.push(block);
    else examples.push({ description: [block] });
  }
  return examples;
}

function isOutputLine(block: Prose[number]): boolean {
  const first = block.type === 'paragraph' ? block.children[0] : undefined;
  return first?.type === 'text' && first.value.trim() === 'Expected Output:';
}
