/** The rules that choose a service's endpoint changed: one change, however many rules are different. */
import type { EndpointParameter, EndpointRules } from '../../../model/index.ts';
import { noMatch } from '../../findings/finding.ts';
import type { ServiceRule } from '../../findings/pairs.ts';
import { code, names } from '../../wording/code.ts';
import type { Telling } from '../../wording/telling.ts';

export const endpointRulesChanged: ServiceRule = {
  id: 'endpoint-rules-changed',
  subject: 'service',
  mirror: 'endpoint-rules-changed',
  severity: 'dangerous',
  audience: 'wire',
  needs: ['endpoint-rules'],
  description:
    'An SDK chooses the endpoints of a service by other rules: another host may be called, so rules for outgoing traffic may not fit. What the rules take into account is named; the rules themselves are only counted.',
  sentence: otherRules,
  example: {
    before: 'service endpointRules={"hash":"a","ends":5,"parameters":[{"name":"Region","required":false}]}',
    after:
      'service endpointRules={"hash":"b","ends":7,"parameters":[{"name":"Bucket","required":true},{"name":"Region","required":false}]}',
    line: 'endpoint-rules-changed    parameters +Bucket, rules 5>7 dangerous',
    says: 'dangerous, wire: Endpoints of `example` also depend on `Bucket`',
  },
  find({ before, after }) {
    const [old, now] = [before?.endpointRules, after?.endpointRules];
    if (old === undefined || now === undefined || old.hash === now.hash) return noMatch;
    const [was, is] = [byName(old), byName(now)];
    const details = {
      added: [...is.keys()].filter((name) => !was.has(name)),
      removed: [...was.keys()].filter((name) => !is.has(name)),
    };
    return [{ value: summaryOf(old, now), before: shown(old), after: shown(now), details }];
  },
};

function otherRules({ change: { service, details } }: Telling): string {
  const [added, removed] = [details?.added, details?.removed].map((list) =>
    Array.isArray(list) ? list.map(String) : [],
  );
  const who = `Endpoints of ${code(service)}`;
  if (added !== undefined && added.length > 0) return `${who} also depend on ${names(added)}`;
  if (removed !== undefined && removed.length > 0) return `${who} no longer depend on ${names(removed)}`;
  return `${who} are computed by changed rules; hosts may differ`;
}
/**
 * `parameters +Bucket -Key ~Region, rules 5>7`; only `rules` if their number is the same and their content is
 * different.
 */
function summaryOf(old: EndpointRules, now: EndpointRules): string {
  const [was, is] = [byName(old), byName(now)];
  const parameters = [
    ...[...is.keys()].filter((name) => !was.has(name)).map((name) => `+${name}`),
    ...[...was.keys()].filter((name) => !is.has(name)).map((name) => `-${name}`),
    ...[...is].filter(([name, words]) => was.has(name) && was.get(name) !== words).map(([name]) => `~${name}`),
  ];
  const rules = old.ends === now.ends ? (parameters.length === 0 ? 'rules' : '') : `rules ${old.ends}>${now.ends}`;
  return [parameters.length === 0 ? '' : `parameters ${parameters.join(' ')}`, rules].filter(Boolean).join(', ');
}

function shown({ ends, parameters }: EndpointRules) {
  return { rules: ends, parameters: parameters.map(parameterWords) };
}

function byName({ parameters }: EndpointRules): ReadonlyMap<string, string> {
  return new Map(parameters.map((parameter) => [parameter.name, parameterWords(parameter)]));
}

function parameterWords({ name, type, required }: EndpointParameter): string {
  return [name, type ?? '', required ? 'required' : ''].filter(Boolean).join(' ');
}
