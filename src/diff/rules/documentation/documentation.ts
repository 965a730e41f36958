/** Descriptions of services, operations, fields and shapes: added, removed, worded in another way, or linked elsewhere. */
import type { Change, Severity } from '../../../model/index.ts';
import type { MemberRule, OperationRule, ServiceRule, ShapeRule } from '../../findings/pairs.ts';
import { noMatch } from '../../findings/pairs.ts';
import { code, subjectOf } from '../../wording.ts';
import { clientContextOf } from '../service/client-context-params.ts';
import { type ProseTurn, proseChange } from './prose-change.ts';

interface Words {
  readonly id: string;
  readonly mirror: string;
  readonly turn: ProseTurn;
  readonly description: string;
  readonly verb: string;
  readonly texts: readonly [before: string, after: string];
}

const turns: readonly Words[] = [
  {
    id: 'documentation-added',
    mirror: 'documentation-removed',
    turn: 'added',
    description: 'Something that had no description has one now.',
    verb: 'has a description now',
    texts: ['', 'The port.'],
  },
  {
    id: 'documentation-removed',
    mirror: 'documentation-added',
    turn: 'removed',
    description: 'Something that had a description has none any more.',
    verb: 'has no description any more',
    texts: ['The port.', ''],
  },
  {
    id: 'documentation-changed',
    mirror: 'documentation-changed',
    turn: 'changed',
    description: 'A description says something else. White space and markup count for nothing.',
    verb: 'is described in other words',
    texts: ['The port.', 'The port that listens.'],
  },
  {
    id: 'documentation-links-changed',
    mirror: 'documentation-links-changed',
    turn: 'links-changed',
    description: 'A description says the same as before, and links to other addresses.',
    verb: 'is described with other links',
    texts: ['<a href="https://a.example">The port.</a>', '<a href="https://b.example">The port.</a>'],
  },
];

const severity: Severity = 'docs';

export const documentationRules: readonly (ServiceRule | OperationRule | MemberRule | ShapeRule)[] = turns.flatMap(
  (words) => [serviceRule(words), operationRule(words), fieldRule(words), shapeRule(words)],
);

function common({ id, mirror, description, verb }: Words) {
  return {
    id,
    mirror,
    severity,
    audience: 'sdk',
    description,
    sentence: (change: Change) => `${describedBy(change)} ${verb}`,
  } as const;
}

/** What is described: of a field or operation its value says no more than that it is the type's; of a service it is a setting. */
function describedBy(change: Change): string {
  if (change.value === 'shape') return `The type of ${subjectOf(change)}`;
  return change.value === '' ? subjectOf(change) : `The setting ${code(change.value)} of ${subjectOf(change)}`;
}

function example({ id, texts }: Words, prefix: string, key: string, columns: string) {
  const line = (text: string) => (text === '' ? prefix : `${prefix} ${key}=${JSON.stringify(text)}`);
  return { before: line(texts[0]), after: line(texts[1]), line: `${id} ${columns} docs` };
}

function serviceRule(words: Words): ServiceRule {
  return {
    ...common(words),
    subject: 'service',
    needs: ['documentation'],
    example: example(words, 'service', 'doc', '   '),
    find(pair) {
      const { before, after, prose } = pair;
      if (before === undefined || after === undefined) return noMatch;
      const own = proseChange(words.turn, before.documentation, after.documentation, prose, '');
      const [old, now] = clientContextOf(pair) ?? [];
      if (old === undefined || now === undefined) return own;
      // What is new or gone is so with its description.
      const params = [...now].flatMap(([name, { documentation }]) =>
        old.has(name) ? proseChange(words.turn, old.get(name)?.documentation, documentation, prose, name) : [],
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
    example: example(words, 'CreateListener', 'doc', 'CreateListener   '),
    find: ({ before, after, prose }) =>
      before === undefined || after === undefined
        ? noMatch
        : proseChange(words.turn, before.documentation, after.documentation, prose, ''),
  };
}

function fieldRule(words: Words): MemberRule {
  return {
    ...common(words),
    subject: 'member',
    needs: ['fields', 'documentation'],
    example: example(words, 'CreateListener request Port integer optional', 'doc', 'CreateListener request Port '),
    find: ({ before, after, prose }) =>
      before === undefined || after === undefined
        ? noMatch
        : proseChange(words.turn, before.documentation, after.documentation, prose, ''),
  };
}

function shapeRule(words: Words): ShapeRule {
  return {
    ...common(words),
    subject: 'shape',
    needs: ['fields', 'shape-names', 'documentation'],
    example: example(
      words,
      'CreateListener request Port integer optional',
      'shapeDoc',
      'CreateListener request Port shape',
    ),
    find: ({ before, after, prose }) =>
      proseChange(words.turn, before.documentation, after.documentation, prose, 'shape'),
  };
}
