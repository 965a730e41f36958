/** How many bytes a field takes on a page, near enough to plan pages by: the fields themselves are not rendered for it. */
import { hasMembers, type Member, type Prose, type Shape } from '../../model/index.ts';
import { maxAnchored } from './field-values.ts';

/** The most that a page of an operation should weigh. */
export const pageBudget = 200_000;

/** Head, navigation, code, the newest history and the like: what a page has beside fields, descriptions and examples. */
const frame = 48_000;
/** Elements and classes of a row; the address of a field stands in it twice. */
const row = 165;
/** The name of a structure leads to the page of shapes. */
const shapeLink = 75;
const details = 120;
/** Links of descriptions gain attributes. */
const proseGrowth = 1.12;

/** The operations that use a shape stand on its page. */
export const usesWeight = 16_000;

/** What is left for fields on a page that also carries these descriptions and texts. */
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

/** The bytes of one field; `said`: what of it stands on the page already, or not at all. */
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

/** A value that is newer than its field says so, in some bytes more. */
function valuesWeight(values: readonly string[], anchor: number, anchors: boolean): number {
  const id = values.length > maxAnchored && !anchors ? 0 : anchor + 9;
  return values.reduce((sum, text) => sum + text.length * (id === 0 ? 1 : 2) + id + (values.length > 12 ? 32 : 60), 0);
}

/** The bytes of a description, read or not. */
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
