/** Rules about traits of fields and of types. */
import type { Wire } from '../../../model/index.ts';
import { noMatch, type Reference } from '../../findings/finding.ts';
import type { MemberRule, ShapeRule } from '../../findings/pairs.ts';
import { fieldFamilies } from './field-families.ts';
import { restated, whereTold } from './stated-twice.ts';
import { heldAnyway, ofField, unlessMeant } from './trait-defaults.ts';
import { type TraitBearer, type TraitFamily, traitMatches, traitMeta } from './trait-rules.ts';

/** Families whose traits stand only at a type, and families whose traits stand only at a field. */
const ofTypes = ['xml-order-changed', 'payload-changed'];
const ofFields = ['location-changed', 'host-label-changed', 'endpoint-parameter-changed'];

const line =
  (prefix: string) =>
  (trait: string, { id }: Pick<TraitFamily, 'id'>) =>
    `CreateListener request Port ${ofTypes.includes(id) ? 'structure' : 'integer'} optional ${trait === '' ? '' : prefix + trait}`.trim();
const shared = { needs: ['fields', 'http'], columns: 'CreateListener request Port' } as const;
const field: TraitBearer = { ...shared, places: ['member'], line: line('of=') };
const type: TraitBearer = { ...shared, places: ['shape'], line: line('') };

/** Traits of a field: they have priority over the traits of its type. */
export const fieldTraitRules: readonly MemberRule[] = fieldFamilies
  .filter(({ id }) => !ofTypes.includes(id))
  .map((family) => {
    const matches = traitMatches(family, field.places);
    return {
      ...traitMeta(family, field),
      subject: 'member',
      find({ before, after, oldShape, newShape, ...around }) {
        if (before === undefined || after === undefined) return noMatch;
        const found = matches(before.wire, after.wire);
        if (found.length === 0) return noMatch;
        return found.flatMap(({ noEffect: _, ...match }) => {
          const at = ({ wire }: { readonly wire?: Wire } = {}) => wire?.[String(match.details?.trait)];
          const told = whereTold([at(before), at(after)], [at(oldShape), at(newShape)]);
          if (told === 'type' && !ofFields.includes(family.id)) return [];
          if (told === 'nowhere') return [{ ...match, noEffect: restated }];
          const trait = String(match.details?.trait);
          return [
            unlessMeant(match, ofField(trait, before, oldShape, around), ofField(trait, after, newShape, around)),
          ];
        });
      },
    };
  });

/** Traits of a type: they hold at every field of the type that does not state another value. */
export const shapeTraitRules: readonly ShapeRule[] = fieldFamilies
  .filter(({ id }) => !ofFields.includes(id))
  .map((family) => {
    const matches = traitMatches(family, type.places);
    return {
      ...traitMeta(family, type),
      subject: 'shape',
      find: ({ before, after }) => (before.kind === after.kind ? matches(before.wire, after.wire) : noMatch),
      noEffectAt({ details, before, after }, reference) {
        const at = (side: Reference['before']) => side?.wire?.[String(details?.trait)];
        const told = whereTold([at(reference.before), at(reference.after)], [before, after]);
        if (told !== 'type' && !(told === 'field' && ofTypes.includes(family.id))) return restated;
        return details?.trait === 'locationName' && isOwnName([before, after], reference) ? heldAnyway : null;
      },
    };
  });

/** Whether the name that a type states, or stated, is the field's own name. */
function isOwnName(stated: readonly unknown[], { before, after }: Reference): boolean {
  const name = after?.name ?? before?.name;
  const isPrefix = [before, after].some((member) => member?.wire?.location === 'headers');
  return !isPrefix && stated.every((value) => value === null || value === undefined || value === name);
}
