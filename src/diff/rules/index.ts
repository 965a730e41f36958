/** All rules, in one list. Adding a rule means one file, and one line here. */
import type { Rule } from '../findings/pairs.ts';
import type { RuleMeta } from '../rule.ts';
import { deprecationRules } from './deprecation/deprecations.ts';
import { documentationRules } from './documentation/documentation.ts';
import { examplesChanged } from './documentation/examples-changed.ts';
import { enumAdded } from './enum/enum-added.ts';
import { enumRemoved } from './enum/enum-removed.ts';
import { enumValueAdded } from './enum/enum-value-added.ts';
import { enumValueRemoved } from './enum/enum-value-removed.ts';
import { errorAdded } from './error/error-added.ts';
import { errorFieldAdded, errorFieldChanged, errorFieldRemoved, errorMessageStated } from './error/error-fields.ts';
import { errorRemoved } from './error/error-removed.ts';
import { errorTraitRules } from './error/error-traits.ts';
import { defaultAdded, defaultChanged, defaultRemoved } from './field/default-changed.ts';
import { choiceAdded, fieldAdded } from './field/field-added.ts';
import { fieldRemoved } from './field/field-removed.ts';
import {
  idempotencyAdded,
  idempotencyRemoved,
  idempotencyRemovedFromRequired,
  idempotencyWithoutEffect,
} from './field/idempotency.ts';
import { requiredRules } from './field/required-rules.ts';
import { authChanged, authNeeded, authNotNeeded, authStated } from './operation/auth-changed.ts';
import { httpChanged } from './operation/http-changed.ts';
import { operationAdded } from './operation/operation-added.ts';
import { operationRemoved } from './operation/operation-removed.ts';
import { operationRenamed } from './operation/operation-renamed.ts';
import { apiVersionAdded, apiVersionRemoved } from './service/api-version.ts';
import { clientContextParamRules } from './service/client-context-params.ts';
import { endpointRulesChanged } from './service/endpoint-rules-changed.ts';
import { paginatorRules } from './service/paginators.ts';
import { serviceAdded } from './service/service-added.ts';
import { serviceRemoved } from './service/service-removed.ts';
import { serviceRenamed, serviceRenamedWithAlias } from './service/service-renamed.ts';
import { waiterRules } from './service/waiters.ts';
import { constraintRules } from './shape/constraints.ts';
import { sensitiveFieldRules, sensitiveTypeRules } from './shape/sensitive.ts';
import { streamingChanged } from './shape/streaming-changed.ts';
import { typeChanged, typeNarrowed, typeOfSameName, typeWidened } from './shape/type-changed.ts';
import { becameUnion, becameUnionOfOne, noLongerUnion } from './shape/union-changed.ts';
import { fieldTraitRules, shapeTraitRules } from './trait/field-traits.ts';
import { operationTraitRules, promiseRules } from './trait/operation-traits.ts';
import { serviceTraitRules } from './trait/service-traits.ts';
import { unknownTraitRules } from './trait/unknown-traits.ts';

/**
 * The rules. If the severity of a kind depends on more than the direction, the kind has one rule for each case, the
 * usual case first.
 */
export const rules: readonly Rule[] = [
  apiVersionAdded,
  apiVersionRemoved,
  authChanged,
  authNeeded,
  authNotNeeded,
  authStated,
  ...clientContextParamRules,
  ...constraintRules,
  defaultAdded,
  defaultChanged,
  defaultRemoved,
  ...deprecationRules,
  ...documentationRules,
  endpointRulesChanged,
  enumAdded,
  enumRemoved,
  enumValueAdded,
  enumValueRemoved,
  errorAdded,
  errorFieldAdded,
  ...errorFieldChanged((telling) => ruleOf(telling.change.kind)?.sentence(telling) ?? telling.change.kind),
  errorFieldRemoved,
  ...errorMessageStated,
  errorRemoved,
  ...errorTraitRules,
  examplesChanged,
  fieldAdded,
  choiceAdded,
  fieldRemoved,
  ...fieldTraitRules,
  httpChanged,
  idempotencyAdded,
  idempotencyRemoved,
  idempotencyRemovedFromRequired,
  ...idempotencyWithoutEffect,
  operationAdded,
  operationRemoved,
  operationRenamed,
  ...operationTraitRules,
  ...paginatorRules,
  ...promiseRules,
  ...requiredRules,
  ...sensitiveTypeRules,
  ...sensitiveFieldRules,
  serviceAdded,
  serviceRemoved,
  serviceRenamed,
  serviceRenamedWithAlias,
  ...serviceTraitRules,
  ...shapeTraitRules,
  streamingChanged,
  typeChanged,
  typeNarrowed,
  typeOfSameName,
  typeWidened,
  becameUnion,
  becameUnionOfOne,
  noLongerUnion,
  ...unknownTraitRules,
  ...waiterRules,
].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** If a kind has several rules, the first one gives the words. */
const byId = new Map(rules.toReversed().map((rule) => [rule.id, rule]));

/** The rule of a kind, for its words; undefined for an unknown kind. */
export function ruleOf(kind: string): RuleMeta | undefined {
  return byId.get(kind);
}
