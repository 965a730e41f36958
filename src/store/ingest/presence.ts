/** Whether a service exists in a release, as a walk finds it; and the short text that the store keeps for it. */

/** `shown` says only that some source shows it; `unread`: it exists, but nobody could read it. */
export type Presence =
  | { readonly kind: 'shown' | 'added' | 'removed' | 'unread' }
  | { readonly kind: 'renamed-from' | 'renamed-to'; readonly service: string };

/** The presence from a source that is not a walk. */
export const shown: Presence = { kind: 'shown' };

const plainKinds = ['shown', 'added', 'removed', 'unread'] as const;

/** The stored text. Equal texts mean equal presences. */
export function packPresence(presence: Presence): string {
  if (presence.kind === 'renamed-from') return `from ${presence.service}`;
  if (presence.kind === 'renamed-to') return `to ${presence.service}`;
  return presence.kind;
}

/** The presence of a stored text; undefined if no apidelta wrote it. */
export function unpackPresence(text: string): Presence | undefined {
  if (text.startsWith('from ')) return { kind: 'renamed-from', service: text.slice('from '.length) };
  if (text.startsWith('to ')) return { kind: 'renamed-to', service: text.slice('to '.length) };
  const kind = plainKinds.find((one) => one === text);
  return kind === undefined ? undefined : { kind };
}

/** The name that the service had before this release. */
export function formerName(presence: Presence): string | undefined {
  return presence.kind === 'renamed-from' ? presence.service : undefined;
}
