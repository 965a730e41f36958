/**
 * Estimates how many bytes a field takes on a page. Planning pages needs only an estimate, so nothing is rendered for
 * it.
 */
import { hasMembers, type Member, type Prose, type Shape } from '../../model/index.ts';
import { maxAnchored } from './field-values.ts';

/** The most bytes that the page of an operation should have. */
export const pageBudget = 200_000;

/** The bytes of a page without fields, descriptions and examples: head, navigation, code, the newest history. */
const frame = 48_000;
/** The markup of a row. The address of a field is in it twice. */
const row = 165;
/** The link from the name of a structure to the page of shapes. */
const shapeLink = 75;
const details = 120;
/** Descriptions grow on the page: their links get attributes. */
const proseGrowth = 1.12;

/** The list of the operations that use a shape, on the page of the shape. */
export const usesWeight = 16_000;

/** The room that is left for fields on a page with these descriptions and texts. */
export function fieldRoom(others: readonly (Prose | string | undefined)[], more = 0): number {
  const rest = others.reduce((sum, other) => sum + proseWeight(other), frame + more);
  return Math.max(pageBudget / 4, pageBudget - rest);
}

interface Said {
  readonly docs: boolean;
  readonly values: boolean;
  /** Whether long lists of values have anchors. */
  readonly anchors: boolean;
}

/** The bytes of one field. `said` tells which of its texts the page leaves out or has printed before. */
export function fieldWeight(anchor: number, member: Member, shape: Shape, said: Said): number {
  const names = 2 * anchor + member.name.length;
  const docs = said.docs
    ? 70 + anchor
    : proseWeight(member.documentation ?? (hasMembers(shape) ? undefined : shape.documentation));
  const values = 'enum' in shape && !said.values ? valuesWeight(shape.enum ?? [], anchor, said.anchors) : 0;
  const inside = hasMembers(shape) ? shapeLink + details : 0;
  const limits = shape.constraints === undefined ? 0 : 60 + (shape.constraints.pattern?.length ?? 0);
  return row + names + docs + values + inside + limits;
}

/** The bytes of a list of values. A value that is newer than its field has a mark. */
function valuesWeight(values: readonly string[], anchor: number, anchors: boolean): number {
  const id = values.length > maxAnchored && !anchors ? 0 : anchor + 9;
  return values.reduce((sum, text) => sum + text.length * (id === 0 ? 1 : 2) + id + (values.length > 12 ? 32 : 60), 0);
}

/** The bytes of a description, parsed or not. */
export function proseWeight(prose: Prose | string | undefined): number {
  if (prose === undefined) return 0;
  if (typeof prose === 'string') return prose.length * 1.05;
  return prose.reduce((sum, node) => sum + nodeWeight(node), 0) * proseGrowth;
}

interface Weighed {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Weighed[];
}

function nodeWeight(node: Weighed): number {
  const own = (node.value?.length ?? 0) + (node.url?.length ?? 0) + 8;
  return (node.children ?? []).reduce((sum, child) => sum + nodeWeight(child), own);
}
