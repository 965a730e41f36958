/** Several services compared: the worst first, and one verdict over all of them. */
import type { CompareView, VerdictPart } from './compare-view.ts';

/** What one of several services comes to, in a few words. */
export interface ServiceVerdict {
  readonly title: string;
  readonly parts: readonly Pick<VerdictPart, 'glyph' | 'words'>[];
  /** What stands there if there are no parts. */
  readonly instead: string;
}

/** The comparisons with those first that break the most, then those that may; equal ones stay in their order. */
export function worstServicesFirst<View extends Pick<CompareView, 'bad'>>(views: readonly View[]): readonly View[] {
  const counts = (view: View, tone: string): number =>
    view.bad.reduce((sum, { glyph, cards, steps }) => {
      const lines = steps.reduce((all, step) => all + step.lines.length, cards.length);
      return glyph.tone === tone ? sum + lines : sum;
    }, 0);
  return [...views].sort((a, b) => counts(b, 'breaks') - counts(a, 'breaks') || counts(b, 'risk') - counts(a, 'risk'));
}

/** One part a service: `ec2 1 break 3 may break`. A service that nothing can be said of has no parts. */
export function verdictOverAll(
  views: readonly Pick<CompareView, 'title' | 'verdict' | 'said' | 'renamedTo'>[],
): readonly ServiceVerdict[] {
  return views.map(({ title, verdict, said, renamedTo }) => ({
    title,
    parts: said === null ? verdict.slice(0, 2) : [],
    instead: insteadOf(verdict.length > 0, renamedTo),
  }));
}

function insteadOf(isKnown: boolean, renamedTo: string | null): string {
  if (isKnown) return 'nothing changed';
  return renamedTo === null ? 'cannot be compared: see below' : `is ${renamedTo} now: see below`;
}
