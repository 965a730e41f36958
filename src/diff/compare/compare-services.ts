/** Compares two states of one service by all rules. */
import type { Service, ServiceChanges } from '../../model/index.ts';
import { changeKey } from '../findings/change-key.ts';
import { rules } from '../rules/index.ts';
import { type CompareOptions, compareStates } from './compare-states.ts';

const engine = { rules, keyOf: changeKey };

/** Every change between two states of a service; undefined if they are equal. */
export function compareServices(
  before: Service | undefined,
  after: Service | undefined,
  options: CompareOptions = {},
): ServiceChanges | undefined {
  return compareStates(before, after, engine, options);
}
