/** What is said of fields that errors gain or lose: a page that compares two versions joins them as all others do. */
import { code } from '../../wording/code.ts';
import { detail, fieldsInside, type Telling } from '../../wording/telling.ts';

/** The sentence of each kind. */
export const carriedWords = {
  'error-field-added': (telling: Telling) => `${code(detail(telling, 'error'))} also carries ${carried(telling)}`,
  'error-field-removed': (telling: Telling) =>
    `${code(detail(telling, 'error'))} no longer carries ${carried(telling)}`,
} as const;

/** The fields, and the field of the error that they are in: its name, because callers see no shapes. */
function carried(telling: Telling): string {
  return fieldsInside({ ...telling, change: { ...telling.change, shape: '~' } });
}

/** Whether a kind has its words here. */
export function isCarried(kind: string): kind is keyof typeof carriedWords {
  return Object.hasOwn(carriedWords, kind);
}
