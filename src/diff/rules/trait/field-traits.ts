/** Traits of fields and of shapes, mostly of the wire: where a value travels, under which name, in which form. */
import type { Wire } from '../../../model/index.ts';
import { type Found, type MemberRule, noMatch, type ShapeRule } from '../../findings/pairs.ts';
import type { RuleMeta } from '../../rule.ts';
import { code, subjectOf } from '../../wording.ts';
import { showTrait, type TraitFamily, traitDifferences } from './trait-difference.ts';

const families = {
  location: {
    id: 'location-changed',
    traits: ['location'],
    severity: 'breaking',
    audience: 'wire',
    description: 'A value travels elsewhere: in a header, in the path, in the query or in the body.',
    words: 'travels in another part of the message',
    example: ['location=header', 'location=uri', 'location header>uri'],
  },
  wireName: {
    id: 'wire-name-changed',
    traits: ['locationName', 'queryName'],
    severity: 'breaking',
    audience: 'wire',
    description: 'A value has another name on the wire. An SDK goes on calling it by the same name.',
    words: 'has another name on the wire',
    example: ['locationName=port', 'locationName=Port', 'locationName port>Port'],
  },
  xml: {
    id: 'xml-changed',
    traits: ['xmlNamespace', 'xmlAttribute', 'flattened', 'wrapper', 'resultWrapper'],
    severity: 'breaking',
    audience: 'wire',
    description: 'A value is written to XML, or to a query, in another form.',
    words: 'has another form in XML',
    example: ['', 'flattened=true', 'flattened none>true'],
  },
  xmlOrder: {
    id: 'xml-order-changed',
    traits: ['xmlOrder'],
    severity: 'dangerous',
    audience: 'wire',
    description: 'The elements of a structure are to be written in another order.',
    words: 'is written in another order',
    example: ['xmlOrder=["A"]', 'xmlOrder=["B"]', 'xmlOrder ["A"]>["B"]'],
  },
  payload: {
    id: 'payload-changed',
    traits: ['payload'],
    severity: 'breaking',
    audience: 'wire',
    description: 'Another member, or none, is the whole body of the message.',
    words: 'has another member as its body',
    example: ['payload=A', 'payload=B', 'payload A>B'],
  },
  timestampFormat: {
    id: 'timestamp-format-changed',
    traits: ['timestampFormat'],
    severity: 'breaking',
    audience: 'wire',
    description: 'A point in time is written in another form. An SDK reads and writes both.',
    words: 'has another timestamp format',
    example: ['', 'timestampFormat=iso8601', 'timestampFormat none>iso8601'],
  },
  event: {
    id: 'event-changed',
    traits: ['event', 'eventpayload', 'eventheader'],
    severity: 'breaking',
    audience: 'wire',
    description: 'A part of an event stream is, or is not any more, an event, its body or one of its headers.',
    words: 'has another part in the events of a stream',
    example: ['', 'eventpayload=true', 'eventpayload none>true'],
  },
  nullability: {
    id: 'nullability-changed',
    traits: ['box'],
    severity: 'dangerous',
    audience: 'sdk',
    description:
      'A value may be absent where it could not, or the other way round. Python does not see it; languages that tell a number from no number do.',
    words: 'may be null in another way',
    example: ['', 'box=true', 'box none>true'],
  },
  sparse: {
    id: 'sparse-changed',
    traits: ['sparse'],
    severity: 'breaking',
    audience: 'sdk',
    description: 'A list or map may hold nulls where it could not, or the other way round.',
    words: 'holds nulls in another way',
    example: ['', 'sparse=true', 'sparse none>true'],
  },
  hostLabel: {
    id: 'host-label-changed',
    traits: ['hostLabel'],
    severity: 'dangerous',
    audience: 'sdk',
    description:
      'A value is, or is not any more, a part of the name of the host that is called: rules for outgoing traffic may not fit.',
    words: 'has another part in the name of the host',
    example: ['', 'hostLabel=true', 'hostLabel none>true'],
  },
  length: {
    id: 'length-required-changed',
    traits: ['requiresLength'],
    severity: 'dangerous',
    audience: 'sdk',
    description: 'The length of a stream must, or must not any more, be known before it is sent.',
    words: 'has another rule about its length',
    example: ['', 'requiresLength=true', 'requiresLength none>true'],
  },
  endpointParameter: {
    id: 'endpoint-parameter-changed',
    traits: ['contextParam'],
    severity: 'dangerous',
    audience: 'sdk',
    description: 'A value is, or is not any more, used to choose the endpoint that is called.',
    words: 'chooses the endpoint in another way',
    example: ['', 'contextParam={"name":"Bucket"}', 'contextParam none>{"name":"Bucket"}'],
  },
} satisfies Record<string, TraitFamily>;

/** Traits that stand at a field: they hold above those of its shape. */
export const fieldTraitRules: readonly MemberRule[] = Object.values(families)
  .filter(({ id }) => !['xml-order-changed', 'payload-changed'].includes(id))
  .map((family) => ({
    ...metaOf(family, 'of='),
    subject: 'member',
    find({ before, after, oldShape, newShape }) {
      if (before === undefined || after === undefined) return noMatch;
      const found = traitDifferences(family.traits, before.wire, after.wire);
      if (found === noMatch || found.length === 0) return noMatch;
      return found.filter(
        (one) => !isOfShape(one, family, [before.wire, after.wire], [oldShape?.wire, newShape?.wire]),
      );
    },
  }));

/** Traits that stand at a shape: they hold wherever it is used. */
export const shapeTraitRules: readonly ShapeRule[] = Object.values(families)
  .filter(({ id }) => !['location-changed', 'host-label-changed', 'endpoint-parameter-changed'].includes(id))
  .map((family) => ({
    ...metaOf(family, ''),
    subject: 'shape',
    find: ({ before, after }) =>
      before.kind === after.kind ? traitDifferences(family.traits, before.wire, after.wire) : noMatch,
  }));

function metaOf(family: TraitFamily, prefix: string): Omit<RuleMeta, 'subject'> {
  const { id, severity, audience, description, words } = family;
  const [before, after, value] = family.example;
  const line = (trait: string) =>
    `CreateListener request Port ${id === 'payload-changed' || id === 'xml-order-changed' ? 'structure' : 'integer'} optional ${trait === '' ? '' : prefix + trait}`.trim();
  return {
    id,
    mirror: id,
    severity,
    audience,
    needs: ['fields', 'http'],
    description,
    sentence: (change) => `${subjectOf(change)} ${words}: ${code(change.value)}`,
    example: {
      before: line(before),
      after: line(after),
      line: `${id} CreateListener request Port ${value} ${severity}`,
    },
  };
}

/** Whether a trait only moved between a field and its shape, or changed at both alike: nothing that the field adds. */
function isOfShape(
  found: Found,
  { traits }: TraitFamily,
  [old, now]: readonly [Wire | undefined, Wire | undefined],
  [oldShape, newShape]: readonly [Wire | undefined, Wire | undefined],
): boolean {
  const trait = traits.find((name) => found.value?.startsWith(`${name} `)) ?? '';
  const [was, is] = [old?.[trait] ?? oldShape?.[trait], now?.[trait] ?? newShape?.[trait]];
  if (showTrait(was) === showTrait(is)) return true;
  return `${trait} ${showTrait(oldShape?.[trait])}>${showTrait(newShape?.[trait])}` === found.value;
}
