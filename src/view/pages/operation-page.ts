/** The reference of one operation: description, syntax, fields, errors, examples, history, and its neighbours. */
import { type Direction, hasMembers } from '../../model/index.ts';
import type { OperationState, ServiceState } from '../../store/types.ts';
import { type Headline, headlines } from '../changes/headline.ts';
import { unknownFacts } from '../fields/fact-words.ts';
import { deprecationWords, type FieldContext, type FieldView, fieldViews } from '../fields/field-tree.ts';
import { type OperationNav, operationNav } from '../fields/operation-nav.ts';
import { operationPlan, operationState, partUrl } from '../fields/reference-plan.ts';
import { removedPartViews } from '../fields/removed-parts.ts';
import { errorSince, fieldSince, operationSince, type SinceView } from '../fields/since-view.ts';
import { proseHtml } from '../prose/prose-html.ts';
import { proseSummary } from '../prose/prose-text.ts';
import { type PageHead, pageHead, releaseUrl, type Site, serviceCrumbs } from '../site/site.ts';
import { nameAnchor } from '../site/urls.ts';
import { type SyntaxView, syntaxView } from '../syntax/syntax.ts';
import { serviceOf } from './service-page.ts';

/** The request or the response. */
export interface DirectionView {
  readonly direction: Direction;
  readonly title: string;
  /** What to say where there are no fields; null where there are some. */
  readonly empty: string | null;
  readonly syntax: SyntaxView | null;
  readonly fields: readonly FieldView[];
}

export interface ErrorView {
  readonly name: string;
  readonly url: string;
  readonly docs: string;
  readonly status: number | null;
  readonly since: SinceView | null;
}

export interface ExampleView {
  readonly title: string;
  readonly description: string;
  readonly request: string | null;
  readonly response: string | null;
}

/** What one release did to the operation. */
export interface HistoryEntry {
  readonly release: string;
  readonly date: string | null;
  readonly url: string;
  readonly lines: readonly (Headline & { readonly url: string })[];
}

export interface OperationPage {
  readonly head: PageHead;
  readonly service: { readonly id: string; readonly title: string; readonly url: string };
  readonly name: string;
  readonly sdkName: string;
  readonly nameNote: string | null;
  readonly docs: string;
  readonly since: SinceView | null;
  readonly deprecated: string | null;
  readonly removedIn: { readonly label: string; readonly url: string } | null;
  readonly directions: readonly DirectionView[];
  /** Null where the source cannot tell. */
  readonly errors: readonly ErrorView[] | null;
  readonly examples: readonly ExampleView[];
  /** What it had once. */
  readonly gone: ReturnType<typeof removedPartViews>;
  readonly history: readonly HistoryEntry[];
  readonly seeAlso: string | null;
  readonly asOf: { readonly label: string; readonly url: string };
  readonly source: string;
  readonly unknown: readonly string[];
  readonly nav: OperationNav;
  readonly contents: readonly { readonly label: string; readonly anchor: string }[];
}

/** The addresses of all operations. */
export function operationPaths({ store, urls }: Site) {
  return store.services().flatMap(({ id }) =>
    (store.service(id)?.operations ?? []).map(({ operation: { name } }) => ({
      params: { service: urls.serviceSlug(id), operation: urls.operationSlug(id, name) },
      props: { service: id, name },
    })),
  );
}

/** Makes the page of an operation. */
export function operationPage(site: Site, serviceId: string, name: string): OperationPage {
  const service = serviceOf(site, serviceId);
  const state = operationState(site.memory, service, name);
  if (state === null) throw new Error(`Unexpected operation \`${name}\`, expected one of \`${serviceId}\``);
  const { operation } = state;
  const { urls } = site;
  const documentation = site.store.read(operation.documentation);
  const past = history(site, serviceId, name);
  const gone = removedPartViews(site, serviceId, name);
  return {
    head: pageHead(site, {
      title: `${name} · ${service.title}`,
      description: proseSummary(documentation) || `The operation ${name} of ${service.title}.`,
      url: urls.operation(serviceId, name),
      section: 'services',
      crumbs: serviceCrumbs(urls, service),
      service,
    }),
    service: { id: serviceId, title: service.title, url: urls.service(serviceId) },
    name,
    sdkName: operation.sdkName,
    nameNote:
      operation.nameOrigin === 'inferred'
        ? 'Its source shows only the name of the SDK’s method; the API’s name is inferred from it.'
        : null,
    docs: proseHtml(documentation, { headings: 3 }),
    since: operationSince(site, serviceId, name),
    deprecated: operation.deprecated === undefined ? null : deprecationWords(operation.deprecated),
    removedIn:
      state.removedIn === null
        ? null
        : { label: state.removedIn.id, url: releaseUrl(site, state.removedIn, serviceId) },
    directions: directionViews(site, service, state),
    errors: errorViews(site, service, state),
    examples: exampleViews(state),
    gone,
    history: past,
    seeAlso:
      operation.seeAlso !== undefined && /^https?:\/\/[^\s]+$/i.test(operation.seeAlso) ? operation.seeAlso : null,
    asOf: { label: state.asOf.id, url: releaseUrl(site, state.asOf, serviceId) },
    source: state.source,
    unknown: unknownFacts(state.facts).filter((words) => !words.startsWith('whether')),
    nav: operationNav(site, service, name),
    contents: [
      { label: 'Request', anchor: 'request' },
      { label: 'Response', anchor: 'response' },
      ...(operation.errors === undefined ? [] : [{ label: 'Errors', anchor: 'errors' }]),
      ...((operation.examples ?? []).length === 0 ? [] : [{ label: 'Examples', anchor: 'examples' }]),
      ...(gone.parts.length === 0 ? [] : [{ label: 'No longer there', anchor: 'gone' }]),
      ...(past.length === 0 ? [] : [{ label: 'History', anchor: 'history' }]),
      { label: 'About this page', anchor: 'source' },
    ],
  };
}

function directionViews(site: Site, service: ServiceState, state: OperationState): readonly DirectionView[] {
  const { name } = state.operation;
  const plan = operationPlan(site.memory, state);
  const longEnums: FieldContext['longEnums'] = new Map();
  const since = fieldSince(site, service.id, (root) => [
    { operation: name, direction: root as Direction, join: (path) => path },
  ]);
  return (['request', 'response'] as const).map((direction) => {
    const planned = plan.roots[direction] ?? [];
    const context: FieldContext = {
      memory: site.memory,
      read: (prose) => site.store.read(prose),
      ...{ state, root: direction, since, longEnums, rootUrl: `#${direction}` },
      partUrl: ({ target, path }: { readonly target: string; readonly path: string }) =>
        partUrl(site, service.id, target, { operation: name, direction, path }),
    };
    return {
      direction,
      title: direction === 'request' ? 'Request' : 'Response',
      empty: planned.length > 0 ? null : emptyWords(direction, state.operation[direction]),
      syntax: syntaxView(planned),
      fields: fieldViews(context, planned),
    };
  });
}

function emptyWords(direction: Direction, target: string | null | undefined): string {
  if (target === undefined) return `The source does not show the ${direction}.`;
  return direction === 'request' ? 'The operation takes no parameters.' : 'The operation returns no data.';
}

function errorViews(site: Site, service: ServiceState, state: OperationState): OperationPage['errors'] {
  const listed = new Set(service.errors.map(({ name }) => name));
  const errors = state.operation.errors?.map(({ name, target }) => {
    const shape = target === undefined ? undefined : state.shapes[target];
    return {
      name,
      url: site.urls.service(service.id, listed.has(name) ? nameAnchor('error', name) : undefined),
      docs: proseHtml(site.store.read(shape?.documentation), { memory: site.memory }),
      since: errorSince(site, service.id, state.operation.name, name),
      status: (hasMembers(shape) ? shape.error?.httpStatus : undefined) ?? null,
    };
  });
  return errors ?? null;
}

function exampleViews({ operation }: OperationState): readonly ExampleView[] {
  return (operation.examples ?? []).map((example, index) => ({
    title: example.title ?? `Example ${index + 1}`,
    description: proseHtml(example.description),
    request: example.request ?? null,
    response: example.response ?? null,
  }));
}

function history(site: Site, service: string, name: string): readonly HistoryEntry[] {
  return site.store.operationHistory(service, name).map(({ release, changes }) => ({
    release: release.id,
    date: release.date,
    url: releaseUrl(site, release, service),
    lines: headlines(changes).map((line) => ({
      ...line,
      url: site.urls.serviceRelease(release.id, service, line.key),
    })),
  }));
}
