/** The boilerplate of reference pages: lines without a fact of the API, each kind with a name and an exact pattern. */
import type { Ledger, Lines } from '../lines.ts';
import { linkTarget } from '../prose/link-targets.ts';

const patterns: readonly (readonly [string, RegExp])[] = [
  ['breadcrumb', /^:doc:`[^`]*` \/ [\w /-]+$/],
  ['link-target', linkTarget],
  ['title-line', /^([*=~-])\1+$/],
  ['table-of-contents', /^\.\. (?:contents|toctree)::.*$/],
  ['table-of-contents', /^ +:(?:depth|maxdepth|titlesonly|hidden|local):?.*$/],
  ['contents-entry', /^ +[a-z0-9._-]+\/(?:client|paginator|waiter|service-resource)\/(?:exceptions\/)?[\w-]+$/],
  // Lines of boto3 itself: resources, which are built on the client.
  ['contents-entry', /^ +[a-z0-9._-]+\/[\w-]+\/index$/],
  ['contents-entry', /^ *\*\s+:py:(?:meth|class):`~?[\w.-]+`$/],
  [
    'contents-lead',
    /^ *(?:These are the available methods|The available (?:client exceptions|paginators|waiters|resources) are):$/,
  ],
  ['user-guide', /^Resources are available in boto3 via the ``resource`` method\./],
  ['user-guide', /^(?:Client exceptions|Paginators|Waiters) are available on a client instance via the ``\w+``/],
  ['no-exceptions', /^This client has no modeled exception classes\.$/],
  [
    'client-code',
    /^ *(?:client = (?:session\.create_client|boto3\.client)\('[^']*'\)|import (?:boto3|botocore(?:\.session)?)|session = [\w.]+\(\))$/,
  ],
  ['literal-marker', /^ *::$/],
  [
    'client-context',
    /^Client context parameters are configurable on a client instance via the ``client_context_params``/,
  ],
  ['client-context', /^The available ``[\w-]+`` client context params are:$/],
];

/** Accounts for the boilerplate among the unused lines. A title is the line between two underlines, or above one. */
export function skipBoilerplate(lines: Lines, ledger: Ledger): void {
  const found = [...ledger.gaps()];
  for (const { first, end } of found) {
    for (let at = first; at < end; at++) {
      const line = lines.at(at).trimEnd();
      const match = patterns.find(([, pattern]) => pattern.test(line));
      if (match !== undefined) {
        ledger.skip(match[0], at);
        if (match[0] === 'title-line' && lines.indent(at + 1) === 0 && /^([*=~-])\1+\s*$/.test(lines.at(at + 2)))
          ledger.skip('title', at + 1);
      }
    }
  }
}
