/** Settings of the client of one service: added, removed, or of another type. */
import type { ClientContextParam, Service } from '../../../model/index.ts';
import { type Match, noMatch } from '../../findings/finding.ts';
import type { Facts, ServicePair, ServiceRule } from '../../findings/pairs.ts';
import { code } from '../../wording/code.ts';
import { detail, type Telling } from '../../wording/telling.ts';

/**
 * Documentation leaves these out of its lists, because the SDK has another setting for them (`_OMITTED_CONTEXT_PARAMS`
 * in `botocore/docs/client.py`): only a model states them.
 */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  s3: ['accelerate', 'disable_multi_region_access_points', 'force_path_style', 'use_arn_region'],
  s3control: ['use_arn_region'],
};

interface Turn {
  readonly id: string;
  readonly mirror: string;
  readonly severity: 'safe' | 'breaking';
  readonly description: string;
  readonly says: string;
  words(telling: Telling): string;
  readonly example: readonly [before: string, after: string, value: string];
  find(
    before: ReadonlyMap<string, ClientContextParam>,
    after: ReadonlyMap<string, ClientContextParam>,
  ): readonly Match[];
}

const turns: readonly Turn[] = [
  {
    id: 'client-context-param-added',
    mirror: 'client-context-param-removed',
    severity: 'safe',
    description: 'A client of the service takes one setting more, by which its endpoint is chosen.',
    words: (telling) => `${setting(telling)} is a new client setting`,
    says: "safe: `Config(client_context_params={'use_tls': …})` is a new client setting",
    example: ['', 'use_tls type=boolean', 'use_tls'],
    find: (before, after) => without(after, before).map((value) => ({ value, details: { setting: value } })),
  },
  {
    id: 'client-context-param-removed',
    mirror: 'client-context-param-added',
    severity: 'breaking',
    description:
      'A client of the service does not take a setting any more: making it with this setting fails, or does nothing.',
    words: (telling) => `${setting(telling)} is no longer a client setting`,
    says: "breaking: `Config(client_context_params={'use_tls': …})` is no longer a client setting",
    example: ['use_tls type=boolean', '', 'use_tls'],
    find: (before, after) => without(before, after).map((value) => ({ value, details: { setting: value } })),
  },
  {
    id: 'client-context-param-changed',
    mirror: 'client-context-param-changed',
    severity: 'breaking',
    description: 'A setting of the client is of another type.',
    words: (telling) => `${setting(telling)} is now a ${telling.change.after} (was a ${telling.change.before})`,
    says: "breaking: `Config(client_context_params={'use_tls': …})` is now a string (was a boolean)",
    example: ['use_tls type=boolean', 'use_tls type=string', 'use_tls boolean>string'],
    find: (before, after) =>
      [...after].flatMap(([name, { type }]) => {
        const old = before.get(name)?.type;
        return old === undefined || type === undefined || old === type
          ? []
          : [{ value: `${name} ${old}>${type}`, before: old, after: type, details: { setting: name } }];
      }),
  },
];

export const clientContextParamRules: readonly ServiceRule[] = turns.map(
  ({ id, mirror, severity, description, words, says, example: [before, after, value], find }) => ({
    id,
    mirror,
    subject: 'service',
    severity,
    audience: 'sdk',
    needs: ['client-context'],
    description,
    sentence: words,
    example: {
      before: `CreateListener${before === '' ? '' : `\nclientContext ${before}`}`,
      after: `CreateListener${after === '' ? '' : `\nclientContext ${after}`}`,
      line: `${id}    ${value} ${severity}`,
      says,
    },
    find(pair) {
      const params = clientContextOf(pair);
      return params === undefined ? noMatch : find(...params);
    },
  }),
);

/** The settings of both sides that both can state, by name; undefined if there is nothing to compare. */
export function clientContextOf({
  before,
  after,
  facts,
}: ServicePair): [ReadonlyMap<string, ClientContextParam>, ReadonlyMap<string, ClientContextParam>] | undefined {
  if (before === undefined || after === undefined || !facts.has('client-context')) return undefined;
  if (before.clientContextParams === undefined && after.clientContextParams === undefined) return undefined;
  return [stated(before, facts), stated(after, facts)];
}

function stated({ id, clientContextParams = [] }: Service, facts: Facts): ReadonlyMap<string, ClientContextParam> {
  const hidden = facts.has('client-context-all') ? [] : (leftOut[id] ?? []);
  return new Map(clientContextParams.filter(({ name }) => !hidden.includes(name)).map((param) => [param.name, param]));
}

function without(all: ReadonlyMap<string, unknown>, others: ReadonlyMap<string, unknown>): readonly string[] {
  return [...all.keys()].filter((name) => !others.has(name));
}

/** The setting as a caller writes it: S3 has its own section for its settings. */
function setting(telling: Telling): string {
  const section = telling.change.service === 's3' ? 's3' : 'client_context_params';
  return code(`Config(${section}={'${detail(telling, 'setting')}': …})`);
}
