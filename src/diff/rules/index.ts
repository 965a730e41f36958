/** Every rule, sorted by id. The rules themselves stand in the files beside this one. */
import type { Rule } from '../find.ts';
import type { RuleMeta } from '../rule.ts';
import { authChanged } from './auth-changed.ts';
import { clientContextParamRules } from './client-context-params.ts';
import {
  constraintRelaxedMax,
  constraintRelaxedMin,
  constraintRelaxedPattern,
  constraintTightenedMax,
  constraintTightenedMin,
  constraintTightenedPattern,
} from './constraints.ts';
import { defaultAdded, defaultChanged, defaultRemoved } from './default-changed.ts';
import {
  fieldDeprecationChanged,
  operationDeprecationChanged,
  serviceDeprecationChanged,
} from './deprecation-changed.ts';
import { documentationRules } from './documentation/documentation.ts';
import { examplesChanged } from './documentation/examples-changed.ts';
import { enumAdded } from './enum-added.ts';
import { enumRemoved } from './enum-removed.ts';
import { enumValueAdded } from './enum-value-added.ts';
import { enumValueRemoved } from './enum-value-removed.ts';
import { errorAdded } from './error-added.ts';
import { errorFieldAdded, errorFieldChanged, errorFieldRemoved } from './error-fields.ts';
import { errorRemoved } from './error-removed.ts';
import { errorTraitRules } from './error-traits.ts';
import { choiceAdded, fieldAdded } from './field-added.ts';
import { fieldDeprecated, fieldUndeprecated } from './field-deprecated.ts';
import { fieldRemoved } from './field-removed.ts';
import { httpChanged } from './http-changed.ts';
import { idempotencyAdded, idempotencyRemoved } from './idempotency.ts';
import {
  unknownMemberTraitRules,
  unknownOperationTraitRules,
  unknownServiceTraitRules,
  unknownShapeTraitRules,
} from './model-traits.ts';
import { operationAdded } from './operation-added.ts';
import { operationDeprecated, operationUndeprecated } from './operation-deprecated.ts';
import { operationRemoved } from './operation-removed.ts';
import { paginatorAdded, paginatorChanged, paginatorRemoved } from './paginators.ts';
import { requiredAdded } from './required-added.ts';
import { requiredFieldAdded } from './required-field-added.ts';
import { requiredRemoved } from './required-removed.ts';
import { sensitiveAdded, sensitiveRemoved } from './sensitive.ts';
import { apiVersionAdded, apiVersionRemoved } from './service/api-version.ts';
import { endpointRulesChanged } from './service/endpoint-rules-changed.ts';
import { serviceDeprecated, serviceUndeprecated } from './service/service-deprecated.ts';
import { serviceRenamed } from './service/service-renamed.ts';
import { serviceTraitRules } from './service/service-traits.ts';
import { serviceAdded } from './service-added.ts';
import { serviceRemoved } from './service-removed.ts';
import { shapeDeprecated, shapeDeprecationChanged, shapeUndeprecated } from './shape-deprecated.ts';
import { streamingChanged } from './streaming-changed.ts';
import { typeChanged } from './type-changed.ts';
import { unionChanged } from './union-changed.ts';
import { waiterAdded, waiterChanged, waiterRemoved } from './waiters.ts';
import { fieldTraitRules, shapeTraitRules } from './wire/field-traits.ts';
import { operationTraitRules, promiseRules } from './wire/operation-traits.ts';

/** The rules. A kind whose severity depends on more than the direction has one rule for each case, the ordinary one first. */
export const rules: readonly Rule[] = (
  [
    apiVersionAdded,
    apiVersionRemoved,
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
    choiceAdded,
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
    ...paginatorChanged,
    paginatorRemoved,
    requiredAdded,
    requiredFieldAdded,
    requiredRemoved,
    sensitiveAdded,
    sensitiveRemoved,
    serviceAdded,
    serviceRemoved,
    serviceRenamed,
    streamingChanged,
    typeChanged,
    unionChanged,
    waiterAdded,
    ...waiterChanged,
    waiterRemoved,
    ...clientContextParamRules,
    ...documentationRules,
    endpointRulesChanged,
    errorFieldAdded,
    ...errorFieldChanged,
    errorFieldRemoved,
    ...errorTraitRules,
    examplesChanged,
    fieldDeprecationChanged,
    ...fieldTraitRules,
    operationDeprecationChanged,
    ...operationTraitRules,
    ...unknownMemberTraitRules,
    ...unknownOperationTraitRules,
    ...unknownServiceTraitRules,
    ...unknownShapeTraitRules,
    ...promiseRules,
    serviceDeprecated,
    serviceDeprecationChanged,
    ...serviceTraitRules,
    serviceUndeprecated,
    shapeDeprecated,
    shapeDeprecationChanged,
    ...shapeTraitRules,
    shapeUndeprecated,
  ] satisfies readonly Rule[] as Rule[]
).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** Of a kind with several rules the first tells its words. */
const byId = new Map(rules.toReversed().map((rule) => [rule.id, rule]));

/** The rule of a kind, for its words; undefined for a kind that nobody knows. */
export function ruleOf(kind: string): RuleMeta | undefined {
  return byId.get(kind);
}
