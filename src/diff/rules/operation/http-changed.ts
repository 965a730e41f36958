/** An operation has another HTTP method, path or status. Callers through an SDK do not see it. */
import { canonicalJson, type Json } from '../../../model/index.ts';
import { noMatch } from '../../findings/finding.ts';
import type { OperationRule } from '../../findings/pairs.ts';
import { code } from '../../wording/code.ts';
import { verb, who } from '../../wording/telling.ts';

export const httpChanged: OperationRule = {
  id: 'http-changed',
  subject: 'operation',
  mirror: 'http-changed',
  severity: 'breaking',
  audience: 'wire',
  needs: ['http'],
  description:
    'The HTTP method, path or status of an operation changed. Only those who speak the protocol themselves see it.',
  sentence: (telling) =>
    `${who(telling)} ${verb(telling, 'is', 'are')} ${code(line(telling.change.after))} now (was ${code(line(telling.change.before))})`,
  example: {
    before: 'GetApi http={"method":"GET","requestUri":"/v1/api"}',
    after: 'GetApi http={"method":"GET","requestUri":"/v2/api"}',
    line: 'http-changed GetApi   GET /v1/api>GET /v2/api breaking',
    says: 'breaking, wire: `GetApi` is `GET /v2/api` now (was `GET /v1/api`)',
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
