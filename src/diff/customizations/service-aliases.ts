/** Old ids of services that the SDK still knows (`SERVICE_NAME_ALIASES` in `botocore/handlers.py`). */

const aliases: ReadonlyMap<string, string> = new Map([['runtime.sagemaker', 'sagemaker-runtime']]);

/** Whether callers can still use the old id of a renamed service, or the old id was only an alias of the new one. */
export function isServiceAlias(before: string, after: string): boolean {
  return aliases.get(before) === after || aliases.get(after) === before;
}
