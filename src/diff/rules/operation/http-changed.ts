/** An operation travels in another way: method, path, where members go. Callers through an SDK do not see it. */
import { canonicalJson, type Json } from '../../../model/index.ts';
import { noMatch, type OperationRule } from '../../findings/pairs.ts';
import { subjectOf } from '../../wording.ts';

export const httpChanged: OperationRule = {
  id: 'http-changed',
  subject: 'operation',
  mirror: 'http-changed',
  severity: 'breaking',
  audience: 'wire',
  needs: ['http'],
  description:
    'The HTTP method, path or status of an operation changed. Only those who speak the protocol themselves see it.',
  sentence: (change) => `${subjectOf(change)} has another HTTP binding`,
  example: {
    before: 'GetApi http={"method":"GET","requestUri":"/v1/api"}',
    after: 'GetApi http={"method":"GET","requestUri":"/v2/api"}',
    line: 'http-changed GetApi   GET /v1/api>GET /v2/api breaking',
  },
  find({ before, after }) {
    const [old, now] = [before?.wire?.http, after?.wire?.http];
    if (before === undefined || after === undefined || canonicalJson(old) === canonicalJson(now)) return noMatch;
    return [{ value: `${line(old)}>${line(now)}`, before: old ?? null, after: now ?? null }];
  },
};

function line(http: Json | undefined): string {
  if (typeof http !== 'object' || http === null || !('requestUri' in http)) return 'none';
  const { method, requestUri, responseCode } = http;
  return [method, requestUri, responseCode].filter((part) => part !== undefined).join(' ');
}
