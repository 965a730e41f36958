/** The names of a service by which it is searched, and how they lead to each other: a tenth of its state, and nothing else. */
import { type Service, type ShapeId, stepsOf } from '../../model/index.ts';

/** Plain data; short, because all services are read for one name. */
export interface SearchNames {
  /** The API's name and the SDK's, with the shapes of request and response. */
  readonly operations: readonly (readonly [
    name: string,
    sdkName: string,
    request: ShapeId | null,
    response: ShapeId | null,
  ])[];
  readonly shapes: Readonly<Record<ShapeId, NamesOfShape>>;
}

export interface NamesOfShape {
  /** Every way out: the step in a path, the name, and the shape that it leads to. */
  readonly ways?: readonly (readonly [step: string, name: string, target: ShapeId])[];
  readonly values?: readonly string[];
}

/** Reads them off a state. */
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
