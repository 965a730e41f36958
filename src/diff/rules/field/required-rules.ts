/** All rules about fields that callers must give. */
import type { Rule } from '../../findings/pairs.ts';
import { requiredAdded, tokenRequired, tokenRequiredBelow } from './required-added.ts';
import { requiredFieldAdded, requiredTokenAdded, requiredTokenAddedBelow } from './required-field-added.ts';
import { requiredRemoved } from './required-removed.ts';

export const requiredRules: readonly Rule[] = [
  requiredAdded,
  tokenRequired,
  tokenRequiredBelow,
  requiredFieldAdded,
  requiredTokenAdded,
  requiredTokenAddedBelow,
  requiredRemoved,
];
