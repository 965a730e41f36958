/** Opens sources in tests and closes them when the test ends. */
import { onTestFinished } from 'vitest';
import { openSource, type Source, SourceError, type SourceOptions } from '../../src/sources/index.ts';

/** Opens a source for the length of a test. */
export async function opened(spec: string, options?: SourceOptions): Promise<Source> {
  const source = await openSource(spec, options);
  onTestFinished(() => source.close());
  return source;
}

/** The one sentence that a source is refused with. */
export async function refusalOf(spec: string, options?: SourceOptions): Promise<string> {
  try {
    const source = await openSource(spec, options);
    await source.close();
  } catch (error) {
    if (error instanceof SourceError) return error.message;
    throw error;
  }
  throw new Error(`Expected a refusal of ${spec}`);
}

/** What a source holds, one line a unit: version, dialect, service, paths of the files. */
export function outline({ units }: Source): string[] {
  return units.map(({ version, dialect, service, files }) =>
    [version, dialect, service, ...files.map(({ path }) => path)].map((part) => part ?? '-').join(' '),
  );
}
