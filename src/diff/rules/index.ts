/** Every rule, sorted by id. The rules themselves stand in the files beside this one. */
import type { Rule } from '../findings/pairs.ts';
import type { RuleMeta } from '../rule.ts';
import {
  fieldDeprecationChanged,
  operationDeprecationChanged,
  serviceDeprecationChanged,
} from './documentation/deprecation-changed.ts';
import { documentationRules } from './documentation/documentation.ts';
import { examplesChanged } from './documentation/examples-changed.ts';
import { enumAdded } from './enum/enum-added.ts';
import { enumRemoved } from './enum/enum-removed.ts';
import { enumValueAdded } from './enum/enum-value-added.ts';
import { enumValueRemoved } from './enum/enum-value-removed.ts';
import { errorAdded } from './error/error-added.ts';
import { errorFieldAdded, errorFieldChanged, errorFieldRemoved } from './error/error-fields.ts';
import { errorRemoved } from './error/error-removed.ts';
import { errorTraitRules } from './error/error-traits.ts';
import { defaultAdded, defaultChanged, defaultRemoved } from './field/default-changed.ts';
import { choiceAdded, fieldAdded } from './field/field-added.ts';
import { fieldDeprecated, fieldUndeprecated } from './field/field-deprecated.ts';
import { fieldRemoved } from './field/field-removed.ts';
import { idempotencyAdded, idempotencyRemoved } from './field/idempotency.ts';
import { requiredAdded } from './field/required-added.ts';
import { requiredFieldAdded } from './field/required-field-added.ts';
import { requiredRemoved } from './field/required-removed.ts';
import { authChanged } from './operation/auth-changed.ts';
import { httpChanged } from './operation/http-changed.ts';
import { operationAdded } from './operation/operation-added.ts';
import { operationDeprecated, operationUndeprecated } from './operation/operation-deprecated.ts';
import { operationRemoved } from './operation/operation-removed.ts';
import { apiVersionAdded, apiVersionRemoved } from './service/api-version.ts';
import { clientContextParamRules } from './service/client-context-params.ts';
import { endpointRulesChanged } from './service/endpoint-rules-changed.ts';
import { paginatorAdded, paginatorChanged, paginatorRemoved } from './service/paginators.ts';
import { serviceAdded } from './service/service-added.ts';
import { serviceDeprecated, serviceUndeprecated } from './service/service-deprecated.ts';
import { serviceRemoved } from './service/service-removed.ts';
import { serviceRenamed } from './service/service-renamed.ts';
import { serviceTraitRules } from './service/service-traits.ts';
import { waiterAdded, waiterChanged, waiterRemoved } from './service/waiters.ts';
import {
  constraintRelaxedMax,
  constraintRelaxedMin,
  constraintRelaxedPattern,
  constraintTightenedMax,
  constraintTightenedMin,
  constraintTightenedPattern,
} from './shape/constraints.ts';
import { sensitiveAdded, sensitiveRemoved } from './shape/sensitive.ts';
import { shapeDeprecated, shapeDeprecationChanged, shapeUndeprecated } from './shape/shape-deprecated.ts';
import { streamingChanged } from './shape/streaming-changed.ts';
import { typeChanged } from './shape/type-changed.ts';
import { unionChanged } from './shape/union-changed.ts';
import { fieldTraitRules, shapeTraitRules } from './trait/field-traits.ts';
import {
  unknownMemberTraitRules,
  unknownOperationTraitRules,
  unknownServiceTraitRules,
  unknownShapeTraitRules,
} from './trait/model-traits.ts';
import { operationTraitRules, promiseRules } from './trait/operation-traits.ts';

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
