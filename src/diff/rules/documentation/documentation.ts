/**
 * Descriptions of services, operations, fields and shapes: added, removed, written in other words, or linked to other
 * places.
 */
import type { Change, Json, Severity } from '../../../model/index.ts';
import { noMatch } from '../../findings/finding.ts';
import type { MemberRule, OperationRule, ServiceRule, ShapeRule } from '../../findings/pairs.ts';
import type { RuleExample } from '../../rule.ts';
import { code, counted } from '../../wording/code.ts';
import { subject, subjectVerb, type Telling } from '../../wording/telling.ts';
import { clientContextOf } from '../service/client-context-params.ts';
import { type ProseTurn, proseChange } from './prose-change.ts';

interface Words {
  readonly id: string;
  readonly mirror: string;
  readonly turn: ProseTurn;
  readonly description: string;
  /** `be` is the form of the verb that fits the subject. */
  say(described: string, change: Change, be: string): string;
  readonly says: string;
  readonly texts: readonly [before: string, after: string];
}

const turns: readonly Words[] = [
  {
    id: 'documentation-added',
    mirror: 'documentation-removed',
    turn: 'added',
    description: 'Something that had no description has one now.',
    say: (described, _, be) => `${described} ${be} described now`,
    says: '{} is described now',
    texts: ['', 'The port.'],
  },
  {
    id: 'documentation-removed',
    mirror: 'documentation-added',
    turn: 'removed',
    description: 'Something that had a description has none any more.',
    say: (described) => `The description of ${described} was removed`,
    says: 'The description of {} was removed',
    texts: ['The port.', ''],
  },
  {
    id: 'documentation-changed',
    mirror: 'documentation-changed',
    turn: 'changed',
    description: 'A description says something else. White space and markup count for nothing.',
    say: (described, { before, after }) => `${described}: ${counted(changedWords(before, after), 'word')} changed`,
    says: '{}: 4 words changed',
    texts: ['The port.', 'The port that really listens.'],
  },
  {
    id: 'documentation-links-changed',
    mirror: 'documentation-links-changed',
    turn: 'links-changed',
    description: 'A description says the same as before, and links to other addresses.',
    say: (described) => `Links in ${described} changed`,
    says: 'Links in {} changed',
    texts: ['<a href="https://a.example">The port.</a>', '<a href="https://b.example">The port.</a>'],
  },
];

const severity: Severity = 'docs';

export const documentationRules: readonly (ServiceRule | OperationRule | MemberRule | ShapeRule)[] = turns.flatMap(
  (words) => [serviceRule(words), operationRule(words), fieldRule(words), shapeRule(words)],
);

function common({ id, mirror, description, say }: Words) {
  return {
    id,
    mirror,
    severity,
    audience: 'sdk',
    description,
    sentence(telling: Telling) {
      const { change } = telling;
      return say(describedBy(telling), change, change.value === '' ? subjectVerb(telling, 'is', 'are') : 'is');
    },
  } as const;
}

/**
 * The subject of the sentence. For a field or an operation, the value only says whether the text is the type's; for a
 * service, it names a setting.
 */
function describedBy(telling: Telling): string {
  const { value } = telling.change;
  if (value === 'shape') return `the type of ${subject(telling)}`;
  return value === '' ? subject(telling) : `the setting ${code(value)} of ${subject(telling)}`;
}

/** A sentence begins with a capital. */
function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** How many words were added or removed, whichever is more: a word of both sides counts as kept, at any position. */
function changedWords(before: Json | undefined, after: Json | undefined): number {
  const [old, now] = [String(before ?? ''), String(after ?? '')].map((text) => text.split(' '));
  const left = new Map<string, number>();
  for (const word of old ?? []) left.set(word, (left.get(word) ?? 0) + 1);
  let added = 0;
  for (const word of now ?? []) {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    else added++;
  }
  const removed = [...left.values()].reduce((sum, count) => sum + count, 0);
  return Math.max(added, removed, 1);
}

interface Shown {
  readonly prefix: string;
  readonly key: string;
  readonly columns: string;
  readonly described: string;
  readonly isDirected: boolean;
}

function example({ id, texts, says }: Words, { prefix, key, columns, described, isDirected }: Shown): RuleExample {
  const line = (text: string) => (text === '' ? prefix : `${prefix} ${key}=${JSON.stringify(text)}`);
  const said = `docs: ${capital(says.replace('{}', described))}`;
  return {
    before: line(texts[0]),
    after: line(texts[1]),
    line: `${id} ${columns} docs`,
    says: isDirected ? { request: said, response: said } : said,
  };
}

function serviceRule(words: Words): ServiceRule {
  return {
    ...common(words),
    subject: 'service',
    needs: ['documentation'],
    example: example(words, {
      prefix: 'service',
      key: 'doc',
      columns: '   ',
      described: '`example`',
      isDirected: false,
    }),
    find(pair) {
      const { before, after, prose } = pair;
      if (before === undefined || after === undefined) return noMatch;
      const own = proseChange(words.turn, [before.documentation, after.documentation], prose, '');
      const [old, now] = clientContextOf(pair) ?? [];
      if (old === undefined || now === undefined) return own;
      // A setting that is new or removed comes or goes with its description.
      const params = [...now].flatMap(([name, { documentation }]) =>
        old.has(name) ? proseChange(words.turn, [old.get(name)?.documentation, documentation], prose, name) : [],
      );
      return [...own, ...params];
    },
  };
}

function operationRule(words: Words): OperationRule {
  return {
    ...common(words),
    subject: 'operation',
    needs: ['documentation'],
    example: example(words, {
      prefix: 'CreateListener',
      key: 'doc',
      columns: 'CreateListener   ',
      described: '`CreateListener`',
      isDirected: false,
    }),
    find: ({ before, after, prose }) =>
      before === undefined || after === undefined
        ? noMatch
        : proseChange(words.turn, [before.documentation, after.documentation], prose, ''),
  };
}

function fieldRule(words: Words): MemberRule {
  return {
    ...common(words),
    subject: 'member',
    needs: ['fields', 'documentation'],
    example: example(words, {
      prefix: 'CreateListener request Port integer optional',
      key: 'doc',
      columns: 'CreateListener request Port ',
      described: '`Port`',
      isDirected: true,
    }),
    find: ({ before, after, prose }) =>
      before === undefined || after === undefined
        ? noMatch
        : proseChange(words.turn, [before.documentation, after.documentation], prose, ''),
  };
}

function shapeRule(words: Words): ShapeRule {
  return {
    ...common(words),
    subject: 'shape',
    needs: ['fields', 'shape-names', 'documentation'],
    example: example(words, {
      prefix: 'CreateListener request Port integer optional',
      key: 'shapeDoc',
      columns: 'CreateListener request Port shape',
      described: 'the type of `Port`',
      isDirected: true,
    }),
    find: ({ before, after, prose }) =>
      proseChange(words.turn, [before.documentation, after.documentation], prose, 'shape'),
  };
}
