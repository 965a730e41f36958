/** Every rule, sorted by id. The rules themselves stand in the files beside this one. */
import type { Rule } from '../find.ts';
import type { RuleMeta } from '../rule.ts';
import { authChanged } from './auth-changed.ts';
import {
  constraintRelaxedMax,
  constraintRelaxedMin,
  constraintRelaxedPattern,
  constraintTightenedMax,
  constraintTightenedMin,
  constraintTightenedPattern,
} from './constraints.ts';
import { defaultAdded, defaultChanged, defaultRemoved } from './default-changed.ts';
import { enumAdded } from './enum-added.ts';
import { enumRemoved } from './enum-removed.ts';
import { enumValueAdded } from './enum-value-added.ts';
import { enumValueRemoved } from './enum-value-removed.ts';
import { errorAdded } from './error-added.ts';
import { errorRemoved } from './error-removed.ts';
import { fieldAdded } from './field-added.ts';
import { fieldDeprecated, fieldUndeprecated } from './field-deprecated.ts';
import { fieldRemoved } from './field-removed.ts';
import { httpChanged } from './http-changed.ts';
import { idempotencyAdded, idempotencyRemoved } from './idempotency.ts';
import { operationAdded } from './operation-added.ts';
import { operationDeprecated, operationUndeprecated } from './operation-deprecated.ts';
import { operationRemoved } from './operation-removed.ts';
import { paginatorAdded, paginatorChanged, paginatorRemoved } from './paginators.ts';
import { requiredAdded } from './required-added.ts';
import { requiredFieldAdded } from './required-field-added.ts';
import { requiredRemoved } from './required-removed.ts';
import { sensitiveAdded, sensitiveRemoved } from './sensitive.ts';
import { serviceAdded } from './service-added.ts';
import { serviceRemoved } from './service-removed.ts';
import { streamingChanged } from './streaming-changed.ts';
import { typeChanged } from './type-changed.ts';
import { unionChanged } from './union-changed.ts';
import { waiterAdded, waiterChanged, waiterRemoved } from './waiters.ts';

/** The rules. A kind whose severity depends on more than the direction has one rule for each case. */
export const rules: readonly Rule[] = [
  authChanged,
  constraintRelaxedMax,
  constraintRelaxedMin,
  constraintRelaxedPattern,
  constraintTightenedMax,
  constraintTightenedMin,
  constraintTightenedPattern,
  defaultAdded,
  defaultChanged,
  defaultRemoved,
  enumAdded,
  enumRemoved,
  enumValueAdded,
  enumValueRemoved,
  errorAdded,
  errorRemoved,
  fieldAdded,
  fieldDeprecated,
  fieldRemoved,
  fieldUndeprecated,
  httpChanged,
  idempotencyAdded,
  idempotencyRemoved,
  operationAdded,
  operationDeprecated,
  operationRemoved,
  operationUndeprecated,
  paginatorAdded,
  paginatorChanged,
  paginatorRemoved,
  requiredAdded,
  requiredFieldAdded,
  requiredRemoved,
  sensitiveAdded,
  sensitiveRemoved,
  serviceAdded,
  serviceRemoved,
  streamingChanged,
  typeChanged,
  unionChanged,
  waiterAdded,
  waiterChanged,
  waiterRemoved,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of a kind, for its words; undefined for a kind that nobody knows. */
export function ruleOf(kind: string): RuleMeta | undefined {
  return byId.get(kind);
}
