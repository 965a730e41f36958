/** A service with its operations and shapes, and the list of all services, as JSON for programs. */
import type { ErrorReference, Member, Shape } from '../../model/index.ts';
import type { OperationState, Since } from '../../store/types.ts';
import { sinceIndex } from '../fields/since-view.ts';
import { serviceOf } from '../pages/service-page.ts';
import { proseMarkdown, rememberedMarkdown } from '../prose/prose-markdown.ts';
import type { Site } from '../site/site.ts';
import { type ApiJson, apiVersion } from './schemas.ts';

type ServiceJson = ApiJson<'service'>;

/** Every service, each in a few fields. */
export function servicesJson({ store, urls }: Site): ApiJson<'services'> {
  return {
    schemaVersion: apiVersion,
    services: store.services().map(({ id, title, aliases, operations, since, changedIn, removedIn }) => ({
      ...{ id, title, aliases: [...aliases], operations, since: sinceJson(since) },
      changedIn: changedIn?.id ?? null,
      removedIn: removedIn?.id ?? null,
      url: urls.absolute(urls.service(id)),
    })),
  };
}

/** One whole service. Descriptions are Markdown, and shapes refer to each other by name. */
export function serviceJson(site: Site, id: string): ServiceJson {
  const service = serviceOf(site, id);
  const shapes: Record<string, Shape> = {};
  // Hundreds of operations come from one state. The last state that has a shape counts.
  const states = new Set(service.operations.map((state) => state.shapes).reverse());
  for (const state of [...states].reverse()) Object.assign(shapes, state);
  return {
    schemaVersion: apiVersion,
    ...{ id, title: service.title, uid: service.uid, apiVersion: service.apiVersion },
    documentation: proseMarkdown(service.documentation),
    ...{ asOf: service.asOf.id, complete: service.complete, facts: [...service.facts] },
    since: sinceJson(sinceIndex(site, id).service),
    removedIn: service.removedIn?.id ?? null,
    operations: service.operations.map((state) => operationJson(site, id, state)),
    shapes: Object.fromEntries(
      Object.keys(shapes)
        .sort()
        .map((name) => [name, shapeJson(site, shapes[name] as Shape)]),
    ),
    // The schema's type has no read-only values.
    waiters: service.waiters.map((waiter) => ({ ...waiter }) as never),
    paginators: service.paginators.map((paginator) => ({ ...paginator }) as never),
    errors: service.errors.map(({ name }) => name),
  };
}

function operationJson(site: Site, service: string, state: OperationState): ServiceJson['operations'][number] {
  const { name, sdkName, request, response, errors, deprecated, documentation } = state.operation;
  return {
    ...{ name, sdkName },
    ...words(site, documentation),
    ...(request === undefined ? {} : { request }),
    ...(response === undefined ? {} : { response }),
    ...(errors === undefined ? {} : { errors: errors.map(errorJson) }),
    ...(deprecated === undefined ? {} : { deprecated: { ...deprecated } }),
    since: sinceJson(sinceIndex(site, service).operation(name)),
    asOf: state.asOf.id,
    removedIn: state.removedIn?.id ?? null,
  };
}

function errorJson({ name, target }: ErrorReference) {
  return target === undefined || target === name ? { name } : { name, target };
}

function shapeJson(site: Site, shape: Shape): ServiceJson['shapes'][string] {
  const { kind, documentation, deprecated, sensitive, constraints } = shape;
  return {
    kind,
    ...words(site, documentation),
    ...(deprecated === undefined ? {} : { deprecated: { ...deprecated } }),
    ...(sensitive === undefined ? {} : { sensitive }),
    ...(constraints === undefined ? {} : { constraints: { ...constraints } }),
    ...('enum' in shape && shape.enum !== undefined ? { enum: [...shape.enum] } : {}),
    ...('members' in shape ? { members: shape.members.map((member) => memberJson(site, member)) } : {}),
    ...(shape.kind === 'list' ? { member: memberJson(site, shape.member) } : {}),
    ...(shape.kind === 'map' ? { key: memberJson(site, shape.key), value: memberJson(site, shape.value) } : {}),
    ...('error' in shape && shape.error !== undefined ? { error: { ...shape.error } } : {}),
    ...(shape.kind === 'recursive' && shape.of !== undefined ? { of: shape.of } : {}),
  };
}

function memberJson(site: Site, member: Member): NonNullable<ServiceJson['shapes'][string]['member']> {
  const { name, target, required, documentation, deprecated, sensitive, idempotencyToken } = member;
  return {
    ...(name === '' ? {} : { name }),
    target,
    ...(required === true ? { required } : {}),
    ...words(site, documentation),
    ...(deprecated === undefined ? {} : { deprecated: { ...deprecated } }),
    ...(sensitive === undefined ? {} : { sensitive }),
    ...(idempotencyToken === undefined ? {} : { idempotencyToken }),
    // The schema's type has no read-only values.
    ...(member.default === undefined ? {} : { default: structuredClone(member.default) as never }),
  };
}

function words(site: Site, documentation: Member['documentation']): { documentation?: string } {
  const text = rememberedMarkdown(site.memory, site.store.read(documentation));
  return text === '' ? {} : { documentation: text };
}

function sinceJson(since: Since | null): ServiceJson['since'] {
  return since === null ? null : { release: since.release.id, orEarlier: since.orEarlier };
}
