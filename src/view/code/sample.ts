/** The data of a call as a tree, independent of the language: only required fields, or all fields. */
import { hasMembers, type ScalarKind } from '../../model/index.ts';
import type { PlannedField } from '../fields/field-plan.ts';

/** A piece of sample data. */
export type Sample =
  | { readonly kind: 'object'; readonly entries: readonly SampleEntry[] }
  | { readonly kind: 'list'; readonly item: Sample | null }
  | { readonly kind: 'map'; readonly key: Sample; readonly value: Sample }
  | { readonly kind: 'scalar'; readonly type: ScalarKind; readonly example: string | null }
  /** A value whose inside is left out. */
  | { readonly kind: 'closed'; readonly list: boolean };

export interface SampleEntry {
  readonly name: string;
  readonly required: boolean;
  readonly value: Sample;
}

/** Makes the sample data of some fields. */
export function codeSample(fields: readonly PlannedField[], which: 'required' | 'everything'): SampleEntry[] {
  const all = fields.map((field) => ({ field, required: field.member.required === true }));
  const ordered = [...all.filter(({ required }) => required), ...all.filter(({ required }) => !required)];
  return ordered
    .filter(({ required }) => required || which === 'everything')
    .map(({ field, required }) => ({ name: field.member.name, required, value: sampleValue(field, which) }));
}

function sampleValue(field: PlannedField, which: 'required' | 'everything'): Sample {
  const { shape, children, state } = field;
  const kind = shape.kind === 'recursive' ? shape.of : shape.kind;
  if (state !== 'here' || shape.kind === 'recursive') return { kind: 'closed', list: kind === 'list' };
  if (hasMembers(shape)) {
    const [one] = children;
    // A call may set only one member of a union.
    if (shape.kind === 'union' && which === 'required' && one !== undefined)
      return { kind: 'object', entries: [{ name: one.member.name, required: true, value: sampleValue(one, which) }] };
    const entries = codeSample(children, which);
    return entries.length === 0 && children.length > 0 ? { kind: 'closed', list: false } : { kind: 'object', entries };
  }
  const [first, second] = children;
  if (shape.kind === 'list') return { kind: 'list', item: first === undefined ? null : sampleValue(first, which) };
  if (shape.kind === 'map') {
    if (first === undefined || second === undefined) return { kind: 'closed', list: false };
    return { kind: 'map', key: sampleValue(first, which), value: sampleValue(second, which) };
  }
  return { kind: 'scalar', type: shape.kind, example: shape.enum?.[0] ?? null };
}
