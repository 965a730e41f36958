/** An operation is signed in another way, or needs credentials that it did not need before. */
import { canonicalJson, type Json } from '../../../model/index.ts';
import { type Match, noMatch } from '../../findings/finding.ts';
import type { OperationPair, OperationRule } from '../../findings/pairs.ts';
import { code, listed } from '../../wording/code.ts';
import { type Telling, verb, who } from '../../wording/telling.ts';

const shared = {
  id: 'auth-changed',
  subject: 'operation',
  mirror: 'auth-changed',
  needs: ['auth'],
  sentence: signedNow,
} as const satisfies Partial<OperationRule>;

export const authChanged: OperationRule = {
  ...shared,
  severity: 'dangerous',
  audience: 'wire',
  description: 'Requests are authorized by other schemes. The SDK signs them.',
  example: {
    before: 'GetApi auth=["aws.auth#sigv4a"]',
    after: 'GetApi auth=["smithy.api#httpBearerAuth"]',
    line: 'auth-changed GetApi   aws.auth#sigv4a>smithy.api#httpBearerAuth dangerous',
    says: 'dangerous, wire: `GetApi` is signed with `httpBearerAuth` now (was `sigv4a`)',
  },
  find: (pair) => turn(pair, 'other'),
};

export const authNeeded: OperationRule = {
  ...shared,
  severity: 'dangerous',
  audience: 'sdk',
  description: 'An operation that could be called by anybody needs credentials now.',
  advice: 'Make the client with credentials.',
  example: {
    before: 'GetApi authtype=none',
    after: 'GetApi',
    line: 'auth-changed GetApi   none>default dangerous',
    says: 'dangerous: `GetApi` needs credentials now',
  },
  find: (pair) => turn(pair, 'needed'),
};

export const authNotNeeded: OperationRule = {
  ...shared,
  severity: 'safe',
  audience: 'sdk',
  description: 'An operation that needed credentials can be called by anybody.',
  example: {
    before: 'GetApi',
    after: 'GetApi authtype=none',
    line: 'auth-changed GetApi   default>none safe',
    says: 'safe: `GetApi` needs no credentials now',
  },
  find: (pair) => turn(pair, 'not needed'),
};

/** A service signs with SigV4 if its model says nothing else. */
export const authStated: OperationRule = {
  ...shared,
  severity: 'docs',
  audience: 'wire',
  noEffect: 'SigV4 is what holds where nothing is stated',
  description: 'The scheme that held before is stated now, or is not any more.',
  example: {
    before: 'GetApi',
    after: 'GetApi auth=["aws.auth#sigv4"]',
    line: 'auth-changed GetApi   default>aws.auth#sigv4 SigV4 is what holds where nothing is stated',
    says: {},
  },
  find: (pair) => turn(pair, 'stated'),
};

type Turn = 'other' | 'needed' | 'not needed' | 'stated';

function turn({ before, after }: OperationPair, wanted: Turn): readonly Match[] {
  if (before === undefined || after === undefined) return noMatch;
  const [old, now] = [
    schemes(before.wire?.auth, before.wire?.authtype),
    schemes(after.wire?.auth, after.wire?.authtype),
  ];
  if (old === now) return noMatch;
  const own: Turn =
    isStated(old) === isStated(now) && isStated(old)
      ? 'stated'
      : isOpen(old) && !isOpen(now)
        ? 'needed'
        : isOpen(now) && !isOpen(old)
          ? 'not needed'
          : 'other';
  return own === wanted ? [{ value: `${old}>${now}`, before: old, after: now }] : noMatch;
}

function signedNow(telling: Telling): string {
  const [old, now] = [String(telling.change.before), String(telling.change.after)];
  if (isOpen(now)) return `${who(telling)} ${verb(telling, 'needs', 'need')} no credentials now`;
  if (isOpen(old)) return `${who(telling)} ${verb(telling, 'needs', 'need')} credentials now`;
  return `${who(telling)} ${verb(telling, 'is', 'are')} signed with ${schemeWords(now)} now (was ${schemeWords(old)})`;
}

/** The SDK takes the first scheme that it can use. */
const isOpen = (all: string): boolean => /^(?:none|smithy\.api#noAuth)(?: |$)/.test(all);
const isStated = (all: string): boolean => all === 'default' || all === 'aws.auth#sigv4' || all === 'v4';

function schemeWords(all: string): string {
  if (all === 'default') return 'what its service says';
  return listed(all.replace(/\S+#/g, '').split(' ').map(code), 'or');
}

function schemes(auth: Json | undefined, authtype: Json | undefined): string {
  const list = Array.isArray(auth) ? auth.map(String) : [];
  if (authtype !== undefined) list.push(typeof authtype === 'string' ? authtype : canonicalJson(authtype));
  return list.length === 0 ? 'default' : list.join(' ');
}
