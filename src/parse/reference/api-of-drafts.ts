/** The API that drafts of services become when all of their pages were read. */
import type { Api } from '../../model/index.ts';
import { apiNameOf, identify } from '../known/services.ts';
import type { Drafts } from './rst-page.ts';

/** Finishes the drafts. */
export function apiOfDrafts(drafts: Drafts): Api {
  const services = [...drafts.values()]
    .map((draft) => {
      if (draft.title === '') draft.title = identify({ id: draft.id })?.title ?? draft.id;
      return draft.finish((sdkName) => apiNameOf(draft.id, sdkName).name);
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { kind: 'api', services, complete: false };
}
