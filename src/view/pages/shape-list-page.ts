/** The shapes of a service with the same first letters: the members of each, and the operations that use it. */
import { hasMembers, isFlat, type Member, type Shape, type ShapeId } from '../../model/index.ts';
import type { ServiceState } from '../../store/types.ts';
import type { OperationNav } from '../fields/operation-nav.ts';
import { maxUses, ownShapeUrl, type ShapeList, shapeLists, shapeListUrl, shapeUrl } from '../fields/shape-lists.ts';
import { type UseRow, useRows } from '../fields/shape-use-rows.ts';
import type { ListedShape } from '../fields/shape-uses.ts';
import { labelledShape, shapeLabel } from '../fields/type-label.ts';
import { proseSummary } from '../prose/prose-text.ts';
import { plainTypeName } from '../site/shape-links.ts';
import { type PageHead, pageHead, type Site, serviceCrumbs } from '../site/site.ts';
import { type Wanted, wantedServices } from '../site/units.ts';
import { shapeAnchor } from '../site/urls.ts';
import { counted } from '../site/words.ts';
import { serviceOf } from './service-page.ts';

export interface ShapeMemberView {
  readonly name: string;
  readonly type: string;
  /** The shape at the end of the type, if a script cannot make its link from its name. */
  readonly odd: { readonly name: string; readonly url: string } | null;
  readonly required: boolean;
  readonly summary: string;
}

/** The operation, if the shape is exactly its request or response and nothing else uses it. */
export interface WrappedOperation {
  readonly operation: string;
  readonly side: 'request' | 'response';
  readonly url: string;
}

export interface ShapeRow {
  readonly name: string;
  readonly anchor: string;
  /** `structure`, `union`, `enum`, `event stream`, `error`. */
  readonly kind: string;
  /** The shape's own page; null for most. */
  readonly url: string | null;
  /** Whether it has a page, and its members, told here, have no fields of their own. */
  readonly isWhole: boolean;
  readonly summary: string;
  readonly members: readonly ShapeMemberView[];
  readonly values: readonly string[];
  readonly uses: readonly UseRow[];
  readonly usesTitle: string;
  /**
   * Such a shape has only the names of its members here: half of all shapes are like that, and the operation's page has
   * the rest.
   */
  readonly wraps: WrappedOperation | null;
}

/** Some shapes of a list. A list that was split has only their names, each with its current address. */
export interface ListedShapes {
  readonly names: readonly { readonly name: string; readonly anchor: string; readonly url: string }[];
  readonly shapes: readonly ShapeRow[];
}

export interface ShapeListPage extends ListedShapes {
  readonly head: PageHead;
  readonly service: { readonly id: string; readonly title: string; readonly url: string };
  readonly title: string;
  readonly count: string;
  /** For a list that was split: its parts. */
  readonly parts: readonly { readonly label: string; readonly url: string }[];
  /** What the page of all shapes leaves out, too; null where there is none, and open where there is nothing else. */
  readonly wrappers: (ListedShapes & { readonly title: string; readonly isOpen: boolean }) | null;
  readonly nav: OperationNav;
}

export interface ShapesPage {
  readonly head: PageHead;
  readonly service: { readonly id: string; readonly title: string; readonly url: string };
  readonly title: string;
  readonly letters: readonly {
    readonly label: string;
    readonly url: string;
    readonly count: number;
    readonly parts: readonly { readonly label: string; readonly url: string }[];
    readonly names: readonly { readonly name: string; readonly url: string }[];
  }[];
  /** Says which shapes are not named here; empty where all are. */
  readonly note: string;
  readonly nav: OperationNav;
}

/** The addresses of all lists. */
export function shapeListPaths(site: Site, wanted?: Wanted) {
  const { store, urls, memory } = site;
  return wantedServices(site, 'reference', wanted).flatMap((id) => {
    const service = store.service(id);
    return [...(service === null ? [] : shapeLists(memory, service).values())].map(({ beginning }) => ({
      params: { service: urls.serviceSlug(id), shape: urls.shapeListSlug(id, beginning) },
      props: { service: id, beginning },
    }));
  });
}

/** Makes the page with links to the lists of a service. */
export function shapesPage(site: Site, serviceId: string): ShapesPage {
  const service = serviceOf(site, serviceId);
  const lists = shapeLists(site.memory, service);
  const letters = [...lists.values()].filter(({ above }) => above === null);
  const link = (beginning: string) => listLink(site, serviceId, lists, beginning);
  const count = letters.reduce((sum, { shapes }) => sum + shapes.length, 0);
  const wrappers = letters.reduce((sum, { shapes }) => sum + shapes.filter(isWrapper).length, 0);
  return {
    head: shapesHead(site, service, { url: site.urls.shapes(serviceId), title: 'Shapes', isBelow: false }),
    service: { id: serviceId, title: service.title, url: site.urls.service(serviceId) },
    title: counted(count, 'shape'),
    letters: letters.map((list) => ({
      ...link(list.beginning),
      count: list.shapes.length,
      parts: leavesOf(lists, list).map(link),
      names: list.shapes
        .filter((shape) => !isWrapper(shape))
        .map(({ name }) => ({ name, url: listedUrl(site, service, name) })),
    })),
    note: wrappers === 0 ? '' : `Not named here: ${wrapperWords(wrappers)}.`,
    nav: shapesNav(site, service, null),
  };
}

/** Makes the page of one list. */
export function shapeListPage(site: Site, serviceId: string, beginning: string): ShapeListPage {
  const service = serviceOf(site, serviceId);
  const lists = shapeLists(site.memory, service);
  const list = lists.get(beginning);
  if (list === undefined)
    throw new Error(`Unexpected list of shapes \`${beginning}\`, expected one of \`${serviceId}\``);
  const title = `Shapes ${list.label}…`;
  const listed = (shapes: readonly ListedShape[]): ListedShapes =>
    list.parts.length === 0
      ? { names: [], shapes: shapes.map((shape) => shapeRow(site, service, shape)) }
      : {
          names: shapes.map(({ name }) => ({ name, anchor: shapeAnchor(name), url: listedUrl(site, service, name) })),
          shapes: [],
        };
  const wrappers = list.shapes.filter(isWrapper);
  const others = list.shapes.filter((shape) => !isWrapper(shape));
  return {
    head: shapesHead(site, service, { url: site.urls.shapeList(serviceId, beginning), title, isBelow: true }),
    service: { id: serviceId, title: service.title, url: site.urls.service(serviceId) },
    title,
    parts: leavesOf(lists, list).map((part) => listLink(site, serviceId, lists, part)),
    count: counted(list.shapes.length, 'shape'),
    ...listed(others),
    wrappers:
      wrappers.length === 0
        ? null
        : { title: wrapperWords(wrappers.length), isOpen: others.length === 0, ...listed(wrappers) },
    nav: shapesNav(site, service, beginning),
  };
}

interface ShapesHead {
  readonly url: string;
  readonly title: string;
  /** Whether the page is below the page of all shapes. */
  readonly isBelow: boolean;
}

function shapesHead(site: Site, service: ServiceState, { url, title, isBelow }: ShapesHead): PageHead {
  const shapes = { label: 'Shapes', url: site.urls.shapes(service.id) };
  return pageHead(site, {
    title: `${title} · ${service.title}`,
    description: `Structures, unions and enums of ${service.title}: what they have, and which operations use them.`,
    url,
    section: 'services',
    crumbs: [...serviceCrumbs(site.urls, service), ...(isBelow ? [shapes] : [])],
    service,
  });
}

/** The letters at the side, with the parts of a letter that was split. */
export function shapesNav(site: Site, service: ServiceState, current: string | null): OperationNav {
  const lists = shapeLists(site.memory, service);
  const isShown = ({ beginning, above }: ShapeList): boolean =>
    above === null || (current !== null && current.charAt(0) === beginning.charAt(0));
  return {
    kind: 'Shapes',
    noun: null,
    links: [...lists.values()].filter(isShown).map(({ beginning, label }) => ({
      name: label,
      url: site.urls.shapeList(service.id, beginning),
      current: beginning === current,
      removed: false,
    })),
    all: { label: 'All shapes', url: site.urls.shapes(service.id) },
    previous: null,
    next: null,
  };
}

function listLink(site: Site, service: string, lists: ReadonlyMap<string, ShapeList>, beginning: string) {
  return { label: lists.get(beginning)?.label ?? beginning, url: site.urls.shapeList(service, beginning) };
}

function leavesOf(lists: ReadonlyMap<string, ShapeList>, list: ShapeList): readonly string[] {
  return list.parts.flatMap((part) => {
    const below = lists.get(part);
    const leaves = below === undefined ? [] : leavesOf(lists, below);
    return leaves.length === 0 ? [part] : leaves;
  });
}

function shapeRow(site: Site, service: ServiceState, listed: ListedShape): ShapeRow {
  const { name, shape, uses } = listed;
  const [first] = uses;
  const rows = useRows(site, service, name);
  // A line that says that one is missing is as long as that one.
  const shown = rows.length === maxUses + 1 ? rows : rows.slice(0, maxUses);
  const shapes = first?.state.shapes ?? {};
  const url = ownShapeUrl(site, service, name);
  return {
    name,
    anchor: shapeAnchor(name),
    kind: kindOf(shape),
    url,
    isWhole: url !== null && hasMembers(shape) && shape.members.every(({ target }) => isFlat(shapes, target)),
    summary: proseSummary(site.store.read(shape.documentation)),
    members: !hasMembers(shape)
      ? []
      : shape.members.map((member) => ({
          name: member.name,
          type: shapeLabel(shapes, member.target),
          odd: oddType(site, service, labelledShape(shapes, member.target)),
          required: member.required === true,
          summary: memberSummary(site, shapes, member),
        })),
    values: 'enum' in shape ? (shape.enum ?? []) : [],
    uses: shown,
    wraps: wrappedBy(rows),
    usesTitle:
      counted(rows.length, 'operation') + (shown.length === rows.length ? '' : `, of which ${shown.length} are listed`),
  };
}

/** Every link would be a tenth of the page, so a script makes those of plain names. */
function oddType(site: Site, service: ServiceState, name: ShapeId | null): ShapeMemberView['odd'] {
  const url = name === null || plainTypeName(name) === name ? null : shapeListUrl(site, service, name);
  return name === null || url === null ? null : { name, url };
}

/** Half of all shapes are the request or the response of one operation: people look for these by its name. */
function isWrapper({ uses }: ListedShape): boolean {
  const [use] = uses;
  return use !== undefined && uses.length === 1 && use.path === '' && use.side !== 'error';
}

function wrapperWords(count: number): string {
  return `${count.toLocaleString('en')} that ${count === 1 ? 'is' : 'are'} the request or the response of one operation`;
}

function listedUrl(site: Site, service: ServiceState, name: ShapeId): string {
  return shapeUrl(site, service, name) ?? site.urls.shapes(service.id);
}

function wrappedBy(rows: readonly UseRow[]): WrappedOperation | null {
  const [row] = rows;
  if (row === undefined || rows.length > 1 || row.error !== null) return null;
  const { operation, request, response } = row;
  if (response === null) return request?.path === '' ? { operation, side: 'request', url: request.url } : null;
  return request === null && response.path === '' ? { operation, side: 'response', url: response.url } : null;
}

function memberSummary(site: Site, shapes: Readonly<Record<string, Shape>>, { documentation, target }: Member): string {
  const shape = shapes[target];
  const own = documentation ?? (hasMembers(shape) ? undefined : shape?.documentation);
  return proseSummary(site.store.read(own));
}

function kindOf(shape: Shape): string {
  if (!hasMembers(shape)) return 'enum';
  if (shape.error !== undefined) return 'error';
  return shape.kind === 'eventstream' ? 'event stream' : shape.kind;
}
