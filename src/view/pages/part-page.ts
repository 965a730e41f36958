/** The page of a part that is too large for the pages of the operations that use it: a shared shape, or one subtree. */
import { type Direction, joinPaths } from '../../model/index.ts';
import type { ServiceState } from '../../store/types.ts';
import { type FieldView, fieldViews } from '../fields/field-tree.ts';
import { type OperationNav, operationNav } from '../fields/operation-nav.ts';
import { fieldUrl, type PartPage, partPages, partPlan, partRoot, partUrl } from '../fields/reference-plan.ts';
import { fieldSince } from '../fields/since-view.ts';
import { proseHtml } from '../prose/prose-html.ts';
import { type PageHead, pageHead, type Site, serviceCrumbs } from '../site/site.ts';
import { counted } from '../site/words.ts';
import { type SyntaxView, syntaxView } from '../syntax/syntax.ts';
import { serviceOf } from './service-page.ts';

export interface PartPlaceView {
  readonly operation: string;
  readonly direction: Direction;
  readonly path: string;
  readonly url: string | null;
}

export interface PartPageView {
  readonly head: PageHead;
  readonly service: { readonly id: string; readonly title: string; readonly url: string };
  readonly title: string;
  readonly docs: string;
  readonly union: boolean;
  readonly fields: readonly FieldView[];
  readonly syntax: SyntaxView | null;
  readonly places: readonly PartPlaceView[];
  readonly placesTitle: string;
  readonly morePlaces: number;
  readonly nav: OperationNav;
  readonly contents: readonly { readonly label: string; readonly anchor: string }[];
}

/** The addresses of all parts whose shape has a name. */
export function shapePaths(site: Site) {
  const { urls } = site;
  return allPartPages(site).flatMap(({ service, named, target }) =>
    named
      ? [
          {
            params: { service: urls.serviceSlug(service), shape: urls.shapeSlug(service, target) },
            props: { service, shape: target },
          },
        ]
      : [],
  );
}

/** The addresses of all parts without a name. */
export function subtreePaths(site: Site) {
  const { urls } = site;
  return allPartPages(site).flatMap(({ service, named, places: [place] }) => {
    if (named || place === undefined) return [];
    const { operation, direction, path } = place;
    const params = {
      service: urls.serviceSlug(service),
      operation: urls.operationSlug(service, operation),
      direction,
      part: urls.subtreeSlug(service, operation, direction, path),
    };
    return [{ params, props: { service, place } }];
  });
}

/** Makes the page of a named shape. */
export function shapePage(site: Site, serviceId: string, shape: string): PartPageView {
  const service = serviceOf(site, serviceId);
  const part = partPages(site.memory, service).find(({ named, target }) => named && target === shape);
  return partPageView(site, service, part, shape);
}

/** Makes the page of a part without a name. */
export function subtreePage(
  site: Site,
  serviceId: string,
  at: { readonly operation: string; readonly direction: Direction; readonly path: string },
): PartPageView {
  const service = serviceOf(site, serviceId);
  const part = partPages(site.memory, service).find(
    ({ named, places: [place] }) =>
      !named && place?.operation === at.operation && place.direction === at.direction && place.path === at.path,
  );
  return partPageView(site, service, part, at.path);
}

function partPageView(site: Site, service: ServiceState, part: PartPage | undefined, title: string): PartPageView {
  const [first] = part?.places ?? [];
  if (part === undefined || first === undefined)
    throw new Error(`Unexpected part \`${title}\`, expected one with a page`);
  const { state, target, places } = part;
  const shape = state.shapes[target];
  const plan = partPlan(site.memory, state, target);
  const planned = plan.roots[partRoot] ?? [];
  const since = fieldSince(site, service.id, () =>
    places.map(({ operation, direction, path }) => ({ operation, direction, join: (below) => joinPaths(path, below) })),
  );
  const above = site.urls.operation(service.id, first.operation);
  const url = partUrl(site, service.id, target, first);
  return {
    head: pageHead(site, {
      title: `${title} · ${service.title}`,
      description: `${counted(planned.length, 'field')} of ${title}, used by ${counted(new Set(places.map(({ operation }) => operation)).size, 'operation')} of ${service.title}.`,
      url,
      section: 'services',
      crumbs: [...serviceCrumbs(site.urls, service), ...(part.named ? [] : [{ label: first.operation, url: above }])],
      service,
    }),
    service: { id: service.id, title: service.title, url: site.urls.service(service.id) },
    title,
    docs: proseHtml(site.store.read(shape?.documentation), { headings: 3 }),
    union: shape?.kind === 'union',
    fields: fieldViews(
      {
        memory: site.memory,
        read: (prose) => site.store.read(prose),
        ...{ state, root: partRoot, since, longEnums: new Map(), rootUrl: `#${partRoot}` },
        partUrl: ({ target: inner, path }) =>
          partUrl(site, service.id, inner, { ...first, path: joinPaths(first.path, path) }),
      },
      planned,
    ),
    syntax: syntaxView(planned),
    places: places.slice(0, shownPlaces).map((place) => ({ ...place, url: fieldUrl(site, service.id, place) })),
    placesTitle: counted(places.length, 'place'),
    morePlaces: Math.max(0, places.length - shownPlaces),
    nav: operationNav(site, service, part.named ? null : first.operation),
    contents: [
      { label: 'Fields', anchor: partRoot },
      { label: 'Used at', anchor: 'used' },
    ],
  };
}

const shownPlaces = 100;

function allPartPages({ store, memory }: Site) {
  return store.services().flatMap(({ id }) => {
    const service = store.service(id);
    return service === null ? [] : partPages(memory, service).map((part) => ({ service: id, ...part }));
  });
}
