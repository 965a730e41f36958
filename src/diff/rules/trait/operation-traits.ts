/**
 * Rules about traits of operations: checksums, compression, endpoints, the form of messages, and promises of an
 * operation.
 */
import type { Json } from '../../../model/index.ts';
import { noMatch } from '../../findings/finding.ts';
import type { OperationRule } from '../../findings/pairs.ts';
import { code, many } from '../../wording/code.ts';
import { detail, type Telling, verb, who } from '../../wording/telling.ts';
import { type TraitBearer, type TraitFamily, traitMatches, traitMeta } from './trait-rules.ts';

const families: readonly TraitFamily[] = [
  {
    id: 'checksum-changed',
    severity: 'dangerous',
    audience: 'wire',
    description: 'An operation asks for other checksums, or for none. The SDK adds and checks them.',
    sentence: checksums,
    example: ['', 'httpChecksumRequired=true', 'httpChecksumRequired none>true'],
    says: 'dangerous, wire: `CreateListener` must carry a checksum now (the SDK adds it)',
  },
  {
    id: 'compression-changed',
    severity: 'dangerous',
    audience: 'wire',
    description: 'The SDK may compress requests where it did not, or the other way round.',
    sentence: (telling) =>
      telling.change.after === null
        ? `The SDK no longer compresses requests of ${who(telling)}`
        : `The SDK may gzip requests of ${who(telling)}`,
    example: ['', 'requestcompression={"encodings":["gzip"]}', 'requestcompression none>{"encodings":["gzip"]}'],
    says: 'dangerous, wire: The SDK may gzip requests of `CreateListener`',
  },
  {
    id: 'payload-signing-changed',
    severity: 'dangerous',
    audience: 'wire',
    description: 'The SDK signs the body of a request where it did not, or the other way round.',
    sentence: (telling) =>
      telling.change.after === null
        ? `The SDK signs the body of ${who(telling)} now`
        : `The SDK no longer signs the body of ${who(telling)}`,
    example: ['', 'unsignedPayload=true', 'unsignedPayload none>true'],
    says: 'dangerous, wire: The SDK no longer signs the body of `CreateListener`',
  },
  {
    id: 'endpoint-changed',
    severity: 'dangerous',
    audience: 'wire',
    description: 'An operation is called at another host: rules for outgoing traffic may not fit.',
    advice: 'Allow the new host where outgoing traffic is restricted.',
    sentence: hosts,
    example: ['', 'endpoint={"hostPrefix":"data-"}', 'endpoint none>{"hostPrefix":"data-"}'],
    says: 'dangerous, wire: `CreateListener` calls a host that begins with `data-` now — allow it in egress rules',
  },
  {
    id: 'endpoint-discovery-changed',
    severity: 'dangerous',
    audience: 'wire',
    description: 'The SDK asks the service for the endpoint where it did not, or the other way round.',
    sentence: (telling) =>
      telling.change.after === null
        ? `The SDK no longer looks up the endpoint of ${who(telling)}`
        : `The SDK may look up the endpoint of ${who(telling)} first`,
    example: ['', 'endpointdiscovery={"required":true}', 'endpointdiscovery none>{"required":true}'],
    says: 'dangerous, wire: The SDK may look up the endpoint of `CreateListener` first',
  },
  {
    id: 'endpoint-parameters-changed',
    severity: 'dangerous',
    audience: 'wire',
    description: 'Other values of an operation are used to choose the endpoint that is called.',
    sentence: (telling) => `Other values of ${who(telling)} take part in choosing the endpoint now`,
    example: ['', 'staticContextParams={"A":1}', 'staticContextParams none>{"A":1}'],
    says: 'dangerous, wire: Other values of `CreateListener` take part in choosing the endpoint now',
  },
  {
    id: 'envelope-changed',
    severity: 'breaking',
    audience: 'wire',
    description: 'The whole of a request or response has another name or wrapper on the wire.',
    sentence: (telling) =>
      `The ${detail(telling, 'trait') === 'input' ? 'request' : 'response'} of ${who(telling)} is wrapped in another way`,
    example: ['', 'input={"locationName":"Request"}', 'input none>{"locationName":"Request"}'],
    says: 'breaking, wire: The request of `CreateListener` is wrapped in another way',
  },
];

const operation: TraitBearer = {
  places: ['operation'],
  needs: ['http'],
  line: (trait) => `CreateListener ${trait}`.trim(),
  columns: 'CreateListener  ',
};

export const operationTraitRules: readonly OperationRule[] = families.map((family) => {
  const matches = traitMatches(family, operation.places);
  return {
    ...traitMeta(family, operation),
    subject: 'operation',
    find: ({ before, after }) =>
      before === undefined || after === undefined ? noMatch : matches(before.wire, after.wire),
  };
});

/** Promises that an operation makes: statements, which change no call. */
export const promiseRules: readonly OperationRule[] = (
  [
    ['readonly', 'Such an operation changes nothing.', 'as read-only'],
    ['idempotent', 'The same call made twice has no more effect than made once.', 'as safe to repeat'],
  ] as const
).flatMap(([trait, meaning, word]) =>
  (['added', 'removed'] as const).map((turn): OperationRule => {
    const [without, having] = ['GetListener', `GetListener ${trait}=true`];
    const now = turn === 'added' ? '' : 'no longer ';
    return {
      id: `${trait}-${turn}`,
      subject: 'operation',
      mirror: `${trait}-${turn === 'added' ? 'removed' : 'added'}`,
      severity: 'docs',
      audience: 'wire',
      needs: ['http'],
      description: `An operation is ${now}marked ${word}${turn === 'added' ? ' now' : ''}. ${meaning}`,
      sentence: (telling) => `${who(telling)} ${verb(telling, 'is', 'are')} ${now}marked ${word}`,
      example: {
        before: turn === 'added' ? without : having,
        after: turn === 'added' ? having : without,
        line: `${trait}-${turn} GetListener    docs`,
        says: `docs, wire: \`GetListener\` is ${now}marked ${word}`,
      },
      find({ before, after }) {
        if (before === undefined || after === undefined) return noMatch;
        const [old, is] = [before.wire?.[trait] === true, after.wire?.[trait] === true];
        return old !== is && is === (turn === 'added') ? [{}] : noMatch;
      },
    };
  }),
);

function checksums(telling: Telling): string {
  const { before, after } = telling.change;
  if (detail(telling, 'trait') === 'httpChecksumRequired')
    return after === true
      ? `${who(telling)} must carry a checksum now (the SDK adds it)`
      : `${who(telling)} need not carry a checksum any more`;
  const [old, now] = [algorithms(before), algorithms(after)];
  const fresh = now.filter((name) => !old.includes(name));
  if (fresh.length > 0) return `${who(telling)} can verify ${many(fresh, 'more checksums')}`;
  const gone = old.filter((name) => !now.includes(name));
  return gone.length > 0
    ? `${who(telling)} no longer ${verb(telling, 'verifies', 'verify')} ${many(gone, 'checksums')}`
    : `${who(telling)} ${verb(telling, 'uses', 'use')} checksums in another way`;
}

function algorithms(value: Json | undefined): readonly string[] {
  if (typeof value !== 'object' || value === null || !('responseAlgorithms' in value)) return [];
  return Array.isArray(value.responseAlgorithms) ? value.responseAlgorithms.map(String) : [];
}

function hosts(telling: Telling): string {
  const [old, now] = [prefixOf(telling.change.before), prefixOf(telling.change.after)];
  const calls = `${who(telling)} ${verb(telling, 'calls', 'call')}`;
  if (now === '') return `${calls} the host of its service again (was one that begins with ${code(old)})`;
  const was = old === '' ? '' : ` (was ${code(old)})`;
  return `${calls} a host that begins with ${code(now)} now${was} — allow it in egress rules`;
}

function prefixOf(value: Json | undefined): string {
  return typeof value === 'object' && value !== null && 'hostPrefix' in value ? String(value.hostPrefix) : '';
}
