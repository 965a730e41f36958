/** The names of a service for search, and the links between them: a tenth of its state, and nothing else. */
import { type Service, type ShapeId, stepsOf } from '../../model/index.ts';

/** Plain data; short, because a search reads it for all services. */
export interface SearchNames {
  /** The API's name and the SDK's name, with the shapes of request and response. */
  readonly operations: readonly (readonly [
    name: string,
    sdkName: string,
    request: ShapeId | null,
    response: ShapeId | null,
  ])[];
  readonly shapes: Readonly<Record<ShapeId, NamesOfShape>>;
}

export interface NamesOfShape {
  /** All links of a shape: the step in a path, the name, and the target shape. */
  readonly ways?: readonly (readonly [step: string, name: string, target: ShapeId])[];
  readonly values?: readonly string[];
}

/** Collects the names of a state. */
export function searchNamesOf(service: Service): SearchNames {
  return {
    operations: service.operations.map(({ name, sdkName, request, response }) => [
      name,
      sdkName,
      request ?? null,
      response ?? null,
    ]),
    shapes: Object.fromEntries(
      Object.entries(service.shapes).map(([id, shape]): [ShapeId, NamesOfShape] => {
        const ways = stepsOf(shape).map(({ step, member }) => [step, member.name, member.target] as const);
        if (shape.kind === 'string' && shape.enum !== undefined) return [id, { values: shape.enum }];
        return [id, ways.length === 0 ? {} : { ways }];
      }),
    ),
  };
}
