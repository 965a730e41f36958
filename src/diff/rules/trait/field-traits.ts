/** Rules about traits of fields and of types. */

import { noMatch } from '../../findings/finding.ts';
import type { MemberRule, ShapeRule } from '../../findings/pairs.ts';
import { fieldFamilies } from './field-families.ts';
import {
  isSameInEffect,
  showTrait,
  type TraitBearer,
  type TraitFamily,
  traitMatches,
  traitMeta,
} from './trait-rules.ts';

/** Families whose traits belong to a type alone, and to a field alone. */
const ofTypes = ['xml-order-changed', 'payload-changed'];
const ofFields = ['location-changed', 'host-label-changed', 'endpoint-parameter-changed'];

const line =
  (prefix: string) =>
  (trait: string, { id }: Pick<TraitFamily, 'id'>) =>
    `CreateListener request Port ${ofTypes.includes(id) ? 'structure' : 'integer'} optional ${trait === '' ? '' : prefix + trait}`.trim();
const shared = { needs: ['fields', 'http'], columns: 'CreateListener request Port' } as const;
const field: TraitBearer = { ...shared, places: ['member'], line: line('of=') };
const type: TraitBearer = { ...shared, places: ['shape'], line: line('') };

/** A type and the field that refers to it may both state a trait. */
const restated = 'the type of the field states the same, or did before';

/** Traits that stand at a field: they hold above those of its type. */
export const fieldTraitRules: readonly MemberRule[] = fieldFamilies
  .filter(({ id }) => !ofTypes.includes(id))
  .map((family) => {
    const matches = traitMatches(family, field.places);
    return {
      ...traitMeta(family, field),
      subject: 'member',
      find({ before, after, oldShape, newShape }) {
        if (before === undefined || after === undefined) return noMatch;
        const found = matches(before.wire, after.wire);
        if (found.length === 0) return noMatch;
        return found.flatMap((match) => {
          const trait = String(match.details?.trait);
          const old = oldShape?.wire?.[trait];
          const now = newShape?.wire?.[trait];
          // Changed at the type as well, in the same way: it is told there.
          if (showTrait(old) === showTrait(before.wire?.[trait]) && showTrait(now) === showTrait(after.wire?.[trait]))
            return [];
          return isSameInEffect(trait, { before, after }, oldShape?.wire, newShape?.wire)
            ? [{ ...match, noEffect: restated }]
            : [match];
        });
      },
    };
  });

/** Traits that stand at a type: they hold wherever it is used, but where a field says something else. */
export const shapeTraitRules: readonly ShapeRule[] = fieldFamilies
  .filter(({ id }) => !ofFields.includes(id))
  .map((family) => {
    const matches = traitMatches(family, type.places);
    return {
      ...traitMeta(family, type),
      subject: 'shape',
      find: ({ before, after }) => (before.kind === after.kind ? matches(before.wire, after.wire) : noMatch),
      noEffectAt: ({ details, before, after }, reference) =>
        isSameInEffect(
          String(details?.trait),
          reference,
          asTrait(details?.trait, before),
          asTrait(details?.trait, after),
        )
          ? restated
          : null,
    };
  });

function asTrait(trait: unknown, value: unknown) {
  return value === null || value === undefined ? undefined : { [String(trait)]: value as never };
}
