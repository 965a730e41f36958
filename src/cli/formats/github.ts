/** Changes as annotations of GitHub Actions: one workflow command a change. */
import { type Severity, visibleText } from '../../model/index.ts';
import { plainSentence } from './code-spans.ts';
import type { Comparison } from './diff-formats.ts';
import { placeOf, sentenceOf, worstFirst } from './sentences.ts';

const commands: Readonly<Record<Severity, string>> = {
  breaking: 'error',
  dangerous: 'warning',
  safe: 'notice',
  docs: 'notice',
};

/** One line a change, at its first place; GitHub shows the first ten of each level. */
export function printGithub({ services }: Comparison): string {
  const lines = services.flatMap(({ id, changes }) =>
    worstFirst(changes).map((change) => {
      const [first] = change.places;
      const at = first?.new ?? first?.old;
      const where = at === undefined ? '' : `file=${property(visibleText(at.file))},line=${at.line},col=${at.column},`;
      const more = change.places.length + (change.unlisted ?? 0) - 1;
      const places =
        first === undefined || first.operation === null
          ? ''
          : ` (${placeOf(first, id)}${more > 0 ? ` and ${more} more places` : ''})`;
      return `::${commands[change.severity]} ${where}title=${property(visibleText(`${id}: ${change.kind}`))}::${data(`${plainSentence(sentenceOf(change))}${places}`)}`;
    }),
  );
  return lines.map((line) => `${line}\n`).join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
