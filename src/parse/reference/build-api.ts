/** Builds the API from the builders of its services, after all pages were read. */
import type { Api } from '../../model/index.ts';
import { apiNameOf, identify } from '../known/services.ts';
import type { ServiceBuilders } from './rst-page.ts';

/** Finishes the builders. */
export function buildApi(builders: ServiceBuilders): Api {
  const services = [...builders.values()]
    .map((builder) => {
      if (builder.title === '') builder.title = identify({ id: builder.id })?.title ?? builder.id;
      return builder.finish((sdkName) => apiNameOf(builder.id, sdkName).name);
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { kind: 'api', services, complete: false };
}
