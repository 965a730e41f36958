/** The rules that a service's endpoint is chosen by are others: told as one change, however much of them it is. */
import type { EndpointParameter, EndpointRules } from '../../../model/index.ts';
import { noMatch, type ServiceRule } from '../../findings/pairs.ts';
import { code } from '../../wording.ts';

export const endpointRulesChanged: ServiceRule = {
  id: 'endpoint-rules-changed',
  subject: 'service',
  mirror: 'endpoint-rules-changed',
  severity: 'dangerous',
  audience: 'sdk',
  needs: ['endpoint-rules'],
  description:
    'An SDK chooses the endpoints of a service by other rules: another host may be called, so rules for outgoing traffic may not fit. What the rules take into account is named; the rules themselves are only counted.',
  sentence: (change) => `${code(change.service)} chooses its endpoints by other rules: ${code(change.value)}`,
  example: {
    before: 'service endpointRules={"hash":"a","ends":5,"parameters":[{"name":"Region","required":false}]}',
    after:
      'service endpointRules={"hash":"b","ends":7,"parameters":[{"name":"Bucket","required":true},{"name":"Region","required":false}]}',
    line: 'endpoint-rules-changed    parameters +Bucket, rules 5>7 dangerous',
  },
  find({ before, after }) {
    const [old, now] = [before?.endpointRules, after?.endpointRules];
    if (old === undefined || now === undefined || old.hash === now.hash) return noMatch;
    return [{ value: summaryOf(old, now), before: shown(old), after: shown(now) }];
  },
};

/** `parameters +Bucket -Key ~Region, rules 5>7`; `rules` alone where as many say something else. */
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
