/** Finds an operation by a name as people write it. */
import { nameStep } from '../model/index.ts';

interface Named {
  readonly name: string;
  readonly sdkName: string;
}

/** Finds an operation by the API's name or the SDK's, in any case; dots inside the name may be escaped as in a path. */
export function operationNamed<Operation extends Named>(
  operations: readonly Operation[],
  name: string,
): Operation | undefined {
  const low = name.toLowerCase();
  return (
    operations.find((one) => one.name === name) ??
    operations.find((one) => one.sdkName === name) ??
    operations.find((one) => [one.name, nameStep(one.name), one.sdkName].some((known) => known.toLowerCase() === low))
  );
}

/** The operation at the beginning of a name, with the further parts of the name. */
export function operationAtStart<Operation extends Named>(
  operations: readonly Operation[],
  name: string,
): { readonly operation: Operation; readonly rest: readonly string[] } | undefined {
  const parts = splitName(name);
  // Names may contain dots: the longest one that fits is meant.
  for (let end = parts.length; end > 0; end--) {
    const operation = operationNamed(operations, parts.slice(0, end).join('.'));
    if (operation !== undefined) return { operation, rest: parts.slice(end) };
  }
  return undefined;
}

/** Splits a name at its dots; escaped dots stay. */
export function splitName(text: string): readonly string[] {
  return text.match(/(?:\\.|[^.\\])+/gs) ?? [];
}
