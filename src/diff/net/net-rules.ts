/** The rules for net changes between any two versions: they are small enough for a page. */
import type { Rule } from '../findings/pairs.ts';
import { deprecationRules } from '../rules/deprecation/deprecations.ts';
import { enumAdded } from '../rules/enum/enum-added.ts';
import { enumRemoved } from '../rules/enum/enum-removed.ts';
import { enumValueAdded } from '../rules/enum/enum-value-added.ts';
import { enumValueRemoved } from '../rules/enum/enum-value-removed.ts';
import { errorAdded } from '../rules/error/error-added.ts';
import { errorRemoved } from '../rules/error/error-removed.ts';
import { choiceAdded, fieldAdded } from '../rules/field/field-added.ts';
import { fieldRemoved } from '../rules/field/field-removed.ts';
import { requiredRules } from '../rules/field/required-rules.ts';
import { operationAdded } from '../rules/operation/operation-added.ts';
import { operationRemoved } from '../rules/operation/operation-removed.ts';
import { paginatorRules } from '../rules/service/paginators.ts';
import { waiterRules } from '../rules/service/waiters.ts';
import { typeChanged, typeNarrowed, typeOfSameName, typeWidened } from '../rules/shape/type-changed.ts';

/**
 * The prefixes of kinds that are shown as net changes. All others are shown release by release; so are new names of
 * operations, because a history does not have the protocol that they depend on.
 */
const netted = /^(?:operation|field|required|enum|type|error|paginator|waiter)-(?!renamed$)/;

/** Whether changes of a kind are shown as net changes. */
export function isNetted(kind: string): boolean {
  return netted.test(kind);
}

/**
 * All rules of these kinds except those about changes of errors, which are computed in advance. In the order of all
 * rules.
 */
export const netRules: readonly Rule[] = [
  ...deprecationRules.filter(({ id }) => isNetted(id)),
  enumAdded,
  enumRemoved,
  enumValueAdded,
  enumValueRemoved,
  errorAdded,
  errorRemoved,
  fieldAdded,
  choiceAdded,
  fieldRemoved,
  operationAdded,
  operationRemoved,
  ...paginatorRules,
  ...requiredRules,
  typeChanged,
  typeNarrowed,
  typeOfSameName,
  typeWidened,
  ...waiterRules,
];
