/**
 * The values of an enum as a page prints them: a short list as chips, a long one folded and grouped by how the names
 * begin.
 */
import type { Since } from '../../store/types.ts';
import { valueAnchor } from '../site/urls.ts';
import type { Ages, AgeView } from './field-age.ts';

/** A value of an enum. */
export interface ValueView {
  readonly value: string;
  /** Null in the longest lists of a heavy page: there a script finds a value by its text. */
  readonly anchor: string | null;
  /** Null where the value is as old as its field. */
  readonly age: AgeView | null;
}

export interface ValueGroup {
  /** The beginning that the names share, or `other` for names that share one with few. Null if there are no groups. */
  readonly label: string | null;
  readonly values: readonly ValueView[];
}

/** The values of one enum. */
export interface ValuesView {
  readonly count: number;
  readonly folded: boolean;
  /** Whether newer values are marked. Where most values are newer than the field, marks would not help. */
  readonly marksNewer: boolean;
  readonly groups: readonly ValueGroup[];
}

/** Prints the values of a field, which exists since `since`. */
export function valuesView(
  values: readonly string[],
  at: {
    readonly ages: Ages;
    readonly root: string;
    readonly path: string;
    readonly own: Since | null;
    readonly anchors: boolean;
  },
): ValuesView | null {
  if (values.length === 0) return null;
  const { ages, root, path, own, anchors } = at;
  const views = values.map((value) => ({
    value,
    anchor: values.length > maxAnchored && !anchors ? null : valueAnchor(root, path, value),
    age: ages.newer(ages.value(root, path, value), own),
  }));
  return {
    count: values.length,
    folded: values.length > maxChips,
    marksNewer: views.filter(({ age }) => age !== null).length * 2 <= views.length,
    groups: values.length > maxUngrouped ? groupsOf(views) : [{ label: null, values: views }],
  };
}

/**
 * Groups values by family. In a long list `c5.large` and `c5.xlarge` are of one family; in a short one `python3.8` and
 * `python2.7` are. Families keep the order of the source; small ones are joined into one group.
 */
function groupsOf(values: readonly ValueView[]): readonly ValueGroup[] {
  const family = values.length > maxByLetters ? /^.+?(?=[.\-_:/])/su : /^\p{L}+/u;
  const families = Map.groupBy(values, ({ value }) => family.exec(value)?.[0] ?? '');
  const named = [...families].filter(([label, group]) => label !== '' && group.length >= minGroup);
  if (named.length < 2) return [{ label: null, values }];
  const inNamed = new Set(named.flatMap(([, group]) => group));
  const rest = values.filter((view) => !inNamed.has(view));
  return [
    ...named.map(([label, group]) => ({ label, values: group })),
    ...(rest.length === 0 ? [] : [{ label: 'other', values: rest }]),
  ];
}

/** Values of longer lists have no anchors: EC2 has enums with a thousand values. */
export const maxAnchored = 200;
const maxChips = 12;
const maxUngrouped = 24;
/** So many are grouped by the letters that they begin with; more by all that stands before a sign. */
const maxByLetters = 100;
const minGroup = 3;
