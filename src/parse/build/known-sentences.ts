/** Sentences that botocore's generator adds to descriptions: they are facts of the model, not the team's own words. */
import type { Block, Inline, Prose } from '../../model/index.ts';

/** The facts in the added sentences of one description, and the description without them. */
export interface ReadSentences {
  readonly documentation: Prose;
  readonly union: boolean;
  readonly idempotencyToken: boolean;
  /** The names of the patterns that were removed. */
  readonly patterns: readonly string[];
}

const autopopulated = 'This field is autopopulated if not provided.';
const taggedUnion = 'This is a Tagged Union structure. Only one of the';
const none: readonly string[] = [];

/** Removes the generator's own sentences from a description. */
export function readSentences(documentation: Prose): ReadSentences {
  if (!mayHold(documentation)) return { documentation, union: false, idempotencyToken: false, patterns: none };
  const patterns: string[] = [];
  let union = false;
  let idempotencyToken = false;
  const kept: Block[] = [];
  for (const block of documentation) {
    if (isUnionNote(block)) {
      union = true;
      patterns.push('tagged-union-note');
      continue;
    }
    if (union && block.type === 'code' && block.value.includes('SDK_UNKNOWN_MEMBER')) {
      patterns.push('unknown-union-member');
      continue;
    }
    const without = block.type === 'paragraph' ? withoutSentence(block.children, autopopulated) : undefined;
    if (without === undefined) {
      kept.push(block);
      continue;
    }
    idempotencyToken = true;
    patterns.push('autopopulated');
    if (without.length > 0) kept.push({ type: 'paragraph', children: without });
  }
  return { documentation: kept, union, idempotencyToken, patterns };
}

function mayHold(documentation: Prose): boolean {
  for (const block of documentation) {
    if (block.type === 'note') return true;
    if (block.type !== 'paragraph') continue;
    const last = block.children.at(-1);
    if (last?.type === 'text' && last.value.trimEnd().endsWith(autopopulated)) return true;
    const first = block.children[0];
    if (first?.type === 'text' && first.value.startsWith(taggedUnion)) return true;
  }
  return false;
}

/** The sentence as a note or, in dialects without markup, as a paragraph. */
function isUnionNote(block: Block): boolean {
  const paragraph = block.type === 'note' ? block.children[0] : block;
  if (paragraph?.type !== 'paragraph') return false;
  const first = paragraph.children[0];
  return first?.type === 'text' && first.value.replace(/\s+/g, ' ').trimStart().startsWith(taggedUnion);
}

function withoutSentence(children: readonly Inline[], sentence: string): readonly Inline[] | undefined {
  const last = children.at(-1);
  if (last?.type !== 'text') return undefined;
  const value = last.value.trimEnd();
  if (!value.endsWith(sentence)) return undefined;
  const rest = value.slice(0, -sentence.length).trimEnd();
  return rest === '' ? children.slice(0, -1) : [...children.slice(0, -1), { type: 'text', value: rest }];
}
