/** Old ids of services that the SDK goes on to know (`SERVICE_NAME_ALIASES` in `botocore/handlers.py`). */

const aliases: ReadonlyMap<string, string> = new Map([['runtime.sagemaker', 'sagemaker-runtime']]);

/** Whether a service that was renamed can still be called by its old id, or was a mere alias that is the id now. */
export function isServiceAlias(before: string, after: string): boolean {
  return aliases.get(before) === after || aliases.get(after) === before;
}
