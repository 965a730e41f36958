/**
 * The page of a part that is too large for the pages of operations: a shared shape, or a nameless part of one
 * operation.
 */
import { type Direction, joinPaths } from '../../model/index.ts';
import type { ServiceState } from '../../store/types.ts';
import { type CodeBlock, partCode } from '../code/code-panel.ts';
import { agesOf, type RootPlace } from '../fields/field-age.ts';
import { type FieldView, fieldViews } from '../fields/field-tree.ts';
import { type OperationNav, operationNav } from '../fields/operation-nav.ts';
import { fieldUrl, type PartPage, partPages, partPlan, partRoot, partUrl } from '../fields/reference-plan.ts';
import { shapeListUrl, shapeUrl } from '../fields/shape-lists.ts';
import { type UseRow, useRows } from '../fields/shape-use-rows.ts';
import { listedShapes } from '../fields/shape-uses.ts';
import { proseHtml } from '../prose/prose-html.ts';
import { partNamesOf } from '../search/part-names.ts';
import { type PageHead, pageHead, proseWriter, type Site, serviceCrumbs } from '../site/site.ts';
import { type Wanted, wantedServices } from '../site/units.ts';
import { counted } from '../site/words.ts';
import type { BarLink } from './operation-page.ts';
import { serviceOf } from './service-page.ts';
import { shapesNav } from './shape-list-page.ts';

export interface PartPageView {
  readonly head: PageHead;
  readonly service: { readonly id: string; readonly title: string; readonly url: string };
  readonly title: string;
  readonly docs: string;
  readonly union: boolean;
  readonly bar: readonly BarLink[];
  readonly fields: readonly FieldView[];
  readonly code: CodeBlock | null;
  /** The address in the lists of shapes; null for a part without a name. */
  readonly listUrl: string | null;
  readonly uses: readonly UseRow[];
  readonly usesTitle: string;
  readonly nav: OperationNav;
}

/** The addresses of all parts that have a name. */
export function shapePaths(site: Site, wanted?: Wanted) {
  const { urls } = site;
  return allPartPages(site, wanted).flatMap(({ service, named, target }) =>
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
export function subtreePaths(site: Site, wanted?: Wanted) {
  const { urls } = site;
  return allPartPages(site, wanted).flatMap(({ service, named, places: [place] }) => {
    if (named) return [];
    const { operation, direction } = place;
    const params = {
      service: urls.serviceSlug(service),
      operation: urls.operationSlug(service, operation),
      direction,
      part: urls.subtreeSlug(service, place),
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
      !named && place.operation === at.operation && place.direction === at.direction && place.path === at.path,
  );
  return partPageView(site, service, part, at.path);
}

function partPageView(site: Site, service: ServiceState, part: PartPage | undefined, title: string): PartPageView {
  if (part === undefined) throw new Error(`Unexpected part \`${title}\`, expected one with a page`);
  const { state, target } = part;
  const [first] = part.places;
  const shape = state.shapes[target];
  const plan = partPlan(site.memory, state, target);
  const planned = plan.roots[partRoot] ?? [];
  const above = site.urls.operation(service.id, first.operation);
  const uses = part.named ? useRows(site, service, target) : [placeRow(site, service, part)];
  const fields = partFields(site, service, part);
  return {
    head: pageHead(site, {
      title: `${title} · ${service.title}`,
      description: `${counted(planned.length, 'field')} of ${title}, used by ${counted(uses.length, 'operation')} of ${service.title}.`,
      url: partUrl(site, service.id, { target, place: first }),
      section: 'services',
      crumbs: [
        ...serviceCrumbs(site.urls, service),
        part.named ? { label: 'Shapes', url: site.urls.shapes(service.id) } : { label: first.operation, url: above },
      ],
      service,
    }),
    service: { id: service.id, title: service.title, url: site.urls.service(service.id) },
    title,
    docs: proseHtml(site.store.read(shape?.documentation), { headings: 3 }),
    union: shape?.kind === 'union',
    bar: [
      { label: 'Fields', count: String(fields.length), anchor: partRoot },
      { label: 'Used by', count: counted(uses.length, 'operation'), anchor: 'used' },
    ],
    fields,
    code: partCode(planned),
    listUrl: part.named ? shapeListUrl(site, service, target) : null,
    uses,
    usesTitle: counted(uses.length, 'operation'),
    nav: part.named ? shapesNav(site, service, target) : operationNav(site, service, first.operation),
  };
}

function partFields(
  site: Site,
  service: ServiceState,
  { state, target, places, named }: PartPage,
): readonly FieldView[] {
  const plan = partPlan(site.memory, state, target);
  const [first] = places;
  const rootPlaces = named ? usedPlaces(site, service, target) : [rootPlace(first)];
  const ages = agesOf(
    site,
    service.id,
    () => rootPlaces,
    (name) => site.store.operationHistory(service.id, name),
  );
  const context = {
    memory: site.memory,
    read: (prose: Parameters<typeof site.store.read>[0]) => site.store.read(prose),
    write: proseWriter(site),
    ...{ state, root: partRoot, ages, saving: plan.saving, longEnums: new Map(), rootUrl: `#${partRoot}` },
    partNames: partNamesOf(state.shapes),
    partUrl: ({ target: inner, path }: { readonly target: string; readonly path: string }) =>
      partUrl(site, service.id, { target: inner, place: { ...first, path: joinPaths(first.path, path) } }),
    shapeUrl: ({ target: inner }: { readonly target: string }) => shapeUrl(site, service, inner),
  };
  return fieldViews(context, plan.roots[partRoot] ?? [], ages.field(partRoot, '')?.since ?? null);
}

/** The places where requests and responses use a shape. Ages are only known for these. */
function usedPlaces(site: Site, service: ServiceState, target: string): readonly RootPlace[] {
  const uses = listedShapes(site.memory, service).get(target)?.uses ?? [];
  return uses.flatMap(({ state, side, path }) =>
    side === 'error' ? [] : [rootPlace({ operation: state.operation.name, direction: side, path })],
  );
}

function rootPlace({ operation, direction, path }: PartPage['places'][number]): RootPlace {
  return { operation, direction, join: (below) => joinPaths(path, below) };
}

function placeRow(site: Site, service: ServiceState, { places: [place] }: PartPage): UseRow {
  const { operation, direction, path } = place;
  const url = fieldUrl(site, service.id, place);
  const at = url === null ? null : { path, url };
  return {
    operation,
    url: site.urls.operation(service.id, operation),
    request: direction === 'request' ? at : null,
    response: direction === 'response' ? at : null,
    error: null,
  };
}

function allPartPages(site: Site, wanted: Wanted | undefined) {
  const { store, memory } = site;
  return wantedServices(site, 'reference', wanted).flatMap((id) => {
    const service = store.service(id);
    return service === null ? [] : partPages(memory, service).map((part) => ({ service: id, ...part }));
  });
}
