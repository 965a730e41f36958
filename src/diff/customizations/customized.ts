/** Judges a finding as who calls through the SDK sees it: what the SDK does not offer concerns the wire only. */
import { hasMembers, type Service } from '../../model/index.ts';
import type { PlacedFinding } from '../findings/finding.ts';

/** The finding as the SDK shows it, between two states of a service. */
export function customized(finding: PlacedFinding, before: Service, after: Service): PlacedFinding {
  const { rule, operation } = finding;
  if (operation === null || rule.audience === 'wire') return finding;
  if (isOffered(operation, before) || isOffered(operation, after)) return finding;
  return { ...finding, rule: { ...rule, audience: 'wire' } };
}

/** Whether the SDK has a method for an operation: not where a request is a stream of events, as boto3 sends none. */
function isOffered(name: string, service: Service): boolean {
  const operation = service.operations.find((one) => one.name === name);
  if (operation === undefined) return false;
  if (operation.request === null || operation.request === undefined) return true;
  const request = service.shapes[operation.request];
  return !hasMembers(request) || !request.members.some(({ target }) => service.shapes[target]?.kind === 'eventstream');
}
