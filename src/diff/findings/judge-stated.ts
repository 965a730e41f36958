/** Changes that a document states itself, judged and joined like those that the differ finds. */
import {
  keyStep,
  type Service,
  type ServiceChanges,
  type StatedChange,
  splitPath,
  stepName,
} from '../../model/index.ts';
import { Structures } from '../compare/structure.ts';
import type { RuleMeta } from '../rule.ts';
import { ruleOf } from '../rules/index.ts';
import { changeKey } from './change-key.ts';
import type { PlacedFinding } from './finding.ts';
import { groupFindings } from './group-findings.ts';

/** The stated changes of one service as changes. Those of an unknown kind are returned separately. */
export function judgeStated(
  service: Service,
  stated: readonly StatedChange[],
): { readonly changes: ServiceChanges; readonly unknown: readonly StatedChange[] } {
  const structures = new Structures();
  const findings: PlacedFinding[] = [];
  const unknown: StatedChange[] = [];
  for (const change of stated) {
    const rule: RuleMeta | undefined = ruleOf(change.kind);
    if (rule === undefined) {
      unknown.push(change);
      continue;
    }
    findings.push({
      rule,
      match: { value: change.value, ...(change.kind === 'enum-value-added' ? { after: change.value } : {}) },
      group: groupOf(service, change, structures),
      operation: change.operation,
      direction: change.direction,
      path: change.path,
      new: change.at,
    });
  }
  const added = stated.some(({ kind }) => kind === 'service-added');
  return {
    changes: {
      id: service.id,
      title: service.title,
      status: added ? 'added' : 'changed',
      changes: groupFindings(service.id, findings, changeKey),
    },
    unknown,
  };
}

/**
 * Changes at paths that end in equal structures are one: for a field its parent structure counts, for a value its
 * string.
 */
function groupOf(service: Service, change: StatedChange, structures: Structures): string {
  const operation = service.operations.find(({ name }) => name === change.operation);
  const root = change.direction === null ? undefined : operation?.[change.direction];
  if (root === undefined || root === null) return `${change.operation}\n${change.path}`;
  const steps = splitPath(change.path);
  let at = root;
  let around = root;
  for (const step of steps) {
    const shape = service.shapes[at];
    if (shape === undefined) return `${change.operation}\n${change.path}`;
    const next =
      shape.kind === 'list'
        ? shape.member
        : shape.kind === 'map'
          ? step === keyStep
            ? shape.key
            : shape.value
          : 'members' in shape
            ? shape.members.find(({ name }) => name === stepName(step))
            : undefined;
    if (next === undefined) return `${change.operation}\n${change.path}`;
    around = at;
    at = next.target;
  }
  const isField = change.kind === 'field-added' || change.kind === 'required-field-added';
  return isField
    ? `${structures.of(service.shapes, around)}\n${steps.at(-1) ?? ''}`
    : `${structures.of(service.shapes, at)}`;
}
