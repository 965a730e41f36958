/** The reference of one operation: description, call, fields, errors, examples, history, and related operations. */
import { type Direction, hasMembers, type Prose } from '../../model/index.ts';
import type { OperationState, Release, ServiceState } from '../../store/types.ts';
import { type CodePanel, codePanel } from '../code/code-panel.ts';
import { unknownFacts } from '../fields/fact-words.ts';
import { type AgeView, agesOf, ageView } from '../fields/field-age.ts';
import { deprecationLabel, type FieldContext, foldedDocs } from '../fields/field-facts.ts';
import { type FieldView, fieldViews } from '../fields/field-tree.ts';
import { type HistoryView, historyView, type Past } from '../fields/history/operation-history.ts';
import { type LaterName, laterName } from '../fields/history/other-names.ts';
import { removedPartViews } from '../fields/history/removed-parts.ts';
import { type OperationFact, operationFacts } from '../fields/operation-facts.ts';
import { type OperationNav, operationNav } from '../fields/operation-nav.ts';
import { operationPlan, operationState, partUrl } from '../fields/reference-plan.ts';
import { shapeUrl } from '../fields/shape-lists.ts';
import { errorSince, operationSince, type SinceView, sinceIndex } from '../fields/since-view.ts';
import { proseSummary } from '../prose/prose-text.ts';
import { partNamesOf } from '../search/part-names.ts';
import { type PageHead, pageHead, proseWriter, releaseUrl, type Site, serviceCrumbs } from '../site/site.ts';
import { type Wanted, wantedServices } from '../site/units.ts';
import { nameAnchor } from '../site/urls.ts';
import { serviceOf } from './service-page.ts';

/** The request or the response. */
export interface DirectionView {
  readonly direction: Direction;
  readonly title: string;
  /** The sentence for a part without fields; null where there are fields. */
  readonly empty: string | null;
  readonly fields: readonly FieldView[];
}

export interface ErrorView {
  readonly name: string;
  readonly url: string;
  /** Whether the service's page lists the error, with its name as the anchor. */
  readonly isListed: boolean;
  readonly docs: string;
  readonly rest: string;
  readonly status: number | null;
  /** Whether and why an SDK repeats the call by itself. */
  readonly retried: string | null;
  readonly since: SinceView | null;
}

export interface ExampleView {
  readonly title: string;
  readonly description: string;
  readonly request: string | null;
  readonly response: string | null;
}

/** A part of the page, with its link in the bar below the head. */
export interface BarLink {
  readonly label: string;
  /** `2 required · 38 optional`. */
  readonly count: string;
  readonly anchor: string;
}

/** The release that removed an operation, and what it is called since. */
export interface RemovedOperation {
  readonly label: string;
  readonly url: string;
  readonly later?: LaterName & { readonly url: string };
}

export interface OperationPage {
  readonly head: PageHead;
  readonly service: { readonly id: string; readonly title: string; readonly url: string };
  readonly name: string;
  /** `client.run_instances(**kwargs)`. */
  readonly signature: string;
  readonly nameNote: string | null;
  readonly docs: string;
  /** The description after its first paragraph. */
  readonly rest: string;
  readonly since: SinceView | null;
  readonly facts: readonly OperationFact[];
  readonly deprecated: string | null;
  readonly removedIn: RemovedOperation | null;
  readonly bar: readonly BarLink[];
  readonly code: CodePanel;
  readonly directions: readonly DirectionView[];
  /** Null where the source has no errors. */
  readonly errors: readonly ErrorView[] | null;
  readonly examples: readonly ExampleView[];
  /** Removed fields, values and errors. */
  readonly removedParts: ReturnType<typeof removedPartViews>;
  readonly history: HistoryView;
  readonly seeAlso: string | null;
  /** The release that last changed the operation. The page does not mention later releases. */
  readonly changed: AgeView | null;
  readonly source: string;
  readonly unknown: readonly string[];
  readonly nav: OperationNav;
}

/** The addresses of all operations. */
export function operationPaths(site: Site, wanted?: Wanted) {
  const { store, urls } = site;
  return wantedServices(site, 'reference', wanted).flatMap((id) =>
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
  const past = site.store.operationHistory(serviceId, name);
  const history = historyView(site, serviceId, name);
  const removedParts = removedPartViews(site, serviceId, name);
  const directions = directionViews(site, service, state, past);
  const errors = errorViews(site, service, state);
  const examples = exampleViews(site, state);
  const { roots } = operationPlan(site.memory, state);
  const [newest] = past;
  return {
    head: pageHead(site, {
      title: `${name} (${serviceId}): request, response, history`,
      description: proseSummary(documentation) || `The operation ${name} of ${service.title}.`,
      url: urls.operation(serviceId, name),
      section: 'services',
      crumbs: serviceCrumbs(urls, service),
      service,
      picture: 'operation',
      hasTwin: true,
      json: urls.api('services', urls.serviceSlug(serviceId)),
      ...originOf(site, state, serviceId, newest?.release),
    }),
    service: { id: serviceId, title: service.title, url: urls.service(serviceId) },
    name,
    signature: `client.${operation.sdkName}(${(roots.request ?? []).length > 0 ? '**kwargs' : ''})`,
    nameNote:
      operation.nameOrigin === 'inferred'
        ? 'Its source shows only the name of the SDK’s method; the API’s name is inferred from it.'
        : null,
    ...leadOf(site, documentation),
    since: operationSince(site, serviceId, name),
    facts: operationFacts(site, service, operation),
    deprecated: operation.deprecated === undefined ? null : deprecationLabel(operation.deprecated),
    removedIn: removedOperation(site, serviceId, state),
    bar: [
      ...directions.map(barLink),
      ...(errors === null
        ? []
        : [{ label: 'Errors', count: errors.length === 0 ? 'not declared' : String(errors.length), anchor: 'errors' }]),
      ...(examples.length === 0 ? [] : [{ label: 'Examples', count: String(examples.length), anchor: 'examples' }]),
      ...(history.count === 0
        ? []
        : [{ label: 'History', count: history.count.toLocaleString('en'), anchor: 'history' }]),
    ],
    code: codePanel(site, serviceId, operation, roots),
    directions,
    errors,
    examples,
    removedParts,
    history,
    seeAlso:
      operation.seeAlso !== undefined && /^https?:\/\/[^\s]+$/i.test(operation.seeAlso) ? operation.seeAlso : null,
    changed: newest === undefined ? null : ageView(site, serviceId, newest.release, undefined),
    source: state.source,
    unknown: unknownFacts(state.facts).filter((words) => !words.startsWith('whether')),
    nav: operationNav(site, service, name),
  };
}

function removedOperation(
  site: Site,
  service: string,
  { operation, removedIn }: OperationState,
): RemovedOperation | null {
  if (removedIn === null) return null;
  const later = laterName(site.store, service, operation.name);
  return {
    label: removedIn.id,
    url: releaseUrl(site, removedIn, service),
    ...(later === null ? {} : { later: { ...later, url: site.urls.operation(service, later.name) } }),
  };
}

/**
 * The release that last changed the operation; without a known change, the first known one. Not the newest release: it
 * would change every page.
 */
function originOf(site: Site, state: OperationState, service: string, changed: Release | undefined) {
  const release = changed ?? sinceIndex(site, service).operation(state.operation.name)?.release;
  return release === undefined ? {} : { origin: { release, source: state.source } };
}

/** The first paragraph says what the operation does. Notes before it move to the start of the rest. */
function leadOf(site: Site, documentation: Prose | undefined): { readonly docs: string; readonly rest: string } {
  const at = documentation?.findIndex(({ type }) => type === 'paragraph') ?? -1;
  const lead = Math.max(at, 0);
  const write = proseWriter(site);
  return {
    docs: write(documentation?.slice(lead, lead + 1), { headings: 3 }),
    rest: write(documentation?.toSpliced(lead, 1), { headings: 3 }),
  };
}

function barLink({ direction, title, fields }: DirectionView): BarLink {
  const required = fields.filter((field) => field.required).length;
  const optional = fields.length - required;
  const parts = [...(required > 0 ? [`${required} required`] : []), ...(optional > 0 ? [`${optional} optional`] : [])];
  const count = direction === 'request' ? parts.join(' · ') : String(fields.length);
  return { label: title, count: fields.length === 0 ? 'none' : count, anchor: direction };
}

function directionViews(
  site: Site,
  service: ServiceState,
  state: OperationState,
  past: Past,
): readonly DirectionView[] {
  const { name } = state.operation;
  const plan = operationPlan(site.memory, state);
  const longEnums: FieldContext['longEnums'] = new Map();
  const partNames = partNamesOf(state.shapes);
  // The roots of an operation are its directions.
  const placesOf = (root: string) => [{ operation: name, direction: root as Direction, join: (path: string) => path }];
  const ages = agesOf(site, service.id, placesOf, () => past);
  const since = sinceIndex(site, service.id).operation(name);
  return (['request', 'response'] as const).map((direction) => {
    const planned = plan.roots[direction] ?? [];
    const context: FieldContext = {
      memory: site.memory,
      read: (prose) => site.store.read(prose),
      write: proseWriter(site),
      ...{ state, root: direction, ages, saving: plan.saving, longEnums, partNames, rootUrl: `#${direction}` },
      partUrl: ({ target, path }) => partUrl(site, service.id, { target, place: { operation: name, direction, path } }),
      shapeUrl: ({ target }) => shapeUrl(site, service, target),
    };
    return {
      direction,
      title: direction === 'request' ? 'Request' : 'Response',
      empty: planned.length > 0 ? null : emptyWords(direction, state.operation[direction]),
      fields: fieldViews(context, planned, since),
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
    const error = hasMembers(shape) ? shape.error : undefined;
    return {
      name,
      isListed: listed.has(name),
      url: site.urls.service(service.id, listed.has(name) ? nameAnchor('error', name) : undefined),
      ...foldedDocs(site.store.read(shape?.documentation), site.memory, proseWriter(site)),
      since: errorSince(site, service.id, state.operation.name, name),
      status: error?.httpStatus ?? null,
      retried:
        error?.retryable === true ? (error.throttling === true ? 'retried, more slowly' : 'retried by the SDK') : null,
    };
  });
  return errors ?? null;
}

function exampleViews(site: Site, { operation }: OperationState): readonly ExampleView[] {
  return (operation.examples ?? []).map((example, index) => ({
    title: example.title ?? `Example ${index + 1}`,
    description: proseWriter(site)(example.description),
    request: example.request ?? null,
    response: example.response ?? null,
  }));
}
