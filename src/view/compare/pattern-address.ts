/** The address of a service on a page that knows only the form of such addresses. */
import { fileSlug } from '../site/slug.ts';

/** Puts a service in the place of the `*`. `slug` is its name in addresses, where its id alone does not tell it. */
export function addressFrom(
  pattern: string,
  { id, slug }: { readonly id: string; readonly slug?: string | null },
): string {
  return pattern.replace('*', () => encodeURIComponent(slug ?? fileSlug(id)));
}
