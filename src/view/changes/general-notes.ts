/** Notes on a release that are about no single service, for its page and for feeds. */
import { proseHtml } from '../prose/prose-html.ts';
import type { Site } from '../site/site.ts';

export interface GeneralNoteView {
  /** What it is about: `TLS`; null where it does not say. */
  readonly about: string | null;
  readonly category: string | null;
  readonly html: string;
}

/** The notes of one release. */
export function generalNoteViews({ store }: Site, release: string): readonly GeneralNoteView[] {
  return store
    .generalNotes(release)
    .map(({ about, category, text }) => ({ about, category, html: proseHtml(text, { headings: 3 }) }));
}
