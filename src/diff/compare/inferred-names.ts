/** Operations whose API name is only guessed from the SDK's: the other side may know the real one. */
import type { Service } from '../../model/index.ts';

/**
 * The service with guessed names of operations replaced by the other side's names for the same SDK method. If nothing
 * is guessed, or the other side does not know better, the service itself.
 */
export function withKnownNames(service: Service, other: Service): Service {
  if (service.operations.every(({ nameOrigin }) => nameOrigin === 'stated')) return service;
  const own = new Set(service.operations.map(({ name }) => name));
  const known = new Map(
    other.operations.filter(({ nameOrigin }) => nameOrigin === 'stated').map(({ name, sdkName }) => [sdkName, name]),
  );
  let isChanged = false;
  const operations = service.operations.map((operation) => {
    const name = known.get(operation.sdkName);
    if (operation.nameOrigin === 'stated' || name === undefined || own.has(name)) return operation;
    isChanged = true;
    return { ...operation, name };
  });
  if (!isChanged) return service;
  return { ...service, operations: operations.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)) };
}
