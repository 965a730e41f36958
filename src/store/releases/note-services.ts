/** Which service a release note is about: teams use many names for their services. */
import { identify, slugOf } from '../../parse/known/services.ts';

/**
 * `client-elastic-load-balancing-v2` of aws-sdk-js-v3 and the module names of aws-sdk-go-v2 omit parts of botocore's
 * ids, or have additional parts. Names that are also titles are not here: those are known.
 */
const clientNames: Readonly<Record<string, string>> = {
  'elastic-load-balancing-v2': 'elbv2',
  elasticloadbalancingv2: 'elbv2',
  sfn: 'stepfunctions',
  'simple-email': 'ses',
};

/** Notes call these a change of the API, but they are changes of the client. */
const notServices = new Set(['endpoint-rules', 'endpoints']);

/** Whether a note is about a service, even one that the store does not have or that was removed. */
export function isOnService(name: string, category: string | null): boolean {
  if (name.trim() === '' || notServices.has(name.trim().toLowerCase())) return false;
  // Only services have an API that changes; many removed services are in no table.
  if (category === 'api-change') return true;
  const plain = name.trim().replace(/^client-/, '');
  const short = plain.toLowerCase();
  const ids = [plain, short, slugOf(plain), clientNames[short], short.replace(/[^a-z0-9]/g, '')];
  return (
    ids.some((id) => id !== undefined && identify({ id })?.known === true) || identify({ title: plain })?.known === true
  );
}

/** The id in `known` that a note's name most probably means; undefined if there is none. */
export function servicesOfNote(name: string, known: ReadonlySet<string>): string | undefined {
  const plain = name.trim().replace(/^client-/, '');
  const candidates = [
    plain,
    plain.toLowerCase(),
    slugOf(plain),
    clientNames[plain.toLowerCase()],
    identify({ title: plain })?.id,
    plain.toLowerCase().replace(/[^a-z0-9]/g, ''),
  ];
  for (const candidate of candidates) if (candidate !== undefined && known.has(candidate)) return candidate;
  const folded = plain.toLowerCase().replace(/[^a-z0-9]/g, '');
  for (const id of known) if (id.replace(/[^a-z0-9]/g, '') === folded) return id;
  return undefined;
}
