/** Reads a set of endpoint rules into the parts that are compared: a hash, a count and the parameters. */
import { hash } from 'node:crypto';
import { canonicalJson, type EndpointParameter, type EndpointRules } from '../../model/index.ts';
import type { Messages } from '../messages.ts';
import { isRecord, isShallowJson } from './botocore.ts';

/** Real rules nest about 60 levels. */
const deepest = 300;

/** Whether a JSON value is a rule set. */
export function isRuleSet(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && isRecord(value.parameters) && Array.isArray(value.rules);
}

/** Reads a rule set; undefined, with a message, if it nests too deep. */
export function readEndpointRules(
  { parameters, rules }: Readonly<Record<string, unknown>>,
  messages: Messages,
): EndpointRules | undefined {
  if (!isShallowJson(rules, deepest) || !isShallowJson(parameters, deepest)) {
    messages.add('nesting-too-deep', 'rules of endpoints', { line: 1, column: 1 }, `at most ${deepest} levels`);
    return undefined;
  }
  const written = Object.entries(isRecord(parameters) ? parameters : {}).sort(([a], [b]) => (a < b ? -1 : 1));
  // The description of a parameter is not part of the rules.
  const undescribed = written.map(([name, parameter]) => {
    if (!isRecord(parameter)) return [name, parameter];
    const { documentation: _documentation, ...rest } = parameter;
    return [name, rest];
  });
  const text = canonicalJson([undescribed, rules]);
  return {
    hash: hash('sha1', text, 'base64url').slice(0, 14),
    // The count is exact: inside a string the quotation marks would be escaped.
    ends: text.match(/"type":"(?:endpoint|error)"/g)?.length ?? 0,
    parameters: written.map(([name, parameter]) => parameterOf(name, parameter)),
  };
}

function parameterOf(name: string, raw: unknown): EndpointParameter {
  const { type, required } = isRecord(raw) ? raw : {};
  return { name, ...(typeof type === 'string' ? { type: type.toLowerCase() } : {}), required: required === true };
}
