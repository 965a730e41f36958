/** The code beside an operation: a call in each language, with required or all fields, and the response. */
import type { Direction, Operation } from '../../model/index.ts';
import type { StoreReader } from '../../store/types.ts';
import type { PlannedField } from '../fields/field-plan.ts';
import { partRoot } from '../fields/reference-plan.ts';
import { topic } from '../site/memory.ts';
import type { Site } from '../site/site.ts';
import { counted } from '../site/words.ts';
import { closedCode } from './closed-code.ts';
import { cliCall, jsonBody, pythonCall } from './languages.ts';
import { codeSample } from './sample.ts';

/** Text that can be copied. */
export interface CodeBlock {
  readonly text: string;
  /** How many of all lines are here, and the list that has every field; null where nothing is left out. */
  readonly cut: { readonly text: string; readonly list: string } | null;
}

/** One language: a block with the required fields, and one with all fields if it is longer. */
export interface CodeTab {
  readonly id: 'python' | 'cli' | 'json';
  readonly label: string;
  readonly required: CodeBlock;
  readonly everything: CodeBlock | null;
}

export interface CodePanel {
  readonly tabs: readonly CodeTab[];
  readonly response: CodeBlock | null;
}

/** Makes the panel of an operation. */
export function codePanel(
  site: Site,
  service: string,
  operation: Operation,
  { request = [], response = [] }: { readonly [side in Direction]?: readonly PlannedField[] },
): CodePanel {
  const required = codeSample(request, 'required');
  const everything = codeSample(request, 'everything');
  const tab = (id: CodeTab['id'], label: string, write: (entries: typeof required) => readonly string[]): CodeTab => {
    const few = block(write(required), 'request');
    const all = block(write(everything), 'request');
    return { id, label, required: few, everything: all.text === few.text ? null : all };
  };
  const isStreamed = [...request, ...response].some(({ shape }) => shape.kind === 'eventstream');
  const output = response.some(({ shape }) => shape.kind === 'stream') ? '<outfile>' : '';
  return {
    tabs: [
      tab('python', 'Python', (entries) => pythonCall(operation.sdkName, entries)),
      // The command line has no operations that stream events.
      ...(hasCommandLine(site) && !isStreamed
        ? [tab('cli', 'CLI', (entries) => cliCall(service, operation.sdkName, entries, output))]
        : []),
      tab('json', 'JSON', jsonBody),
    ],
    response: response.length === 0 ? null : block(jsonBody(codeSample(response, 'everything')), 'response'),
  };
}

/** The data of a part, as JSON. */
export function partCode(fields: readonly PlannedField[]): CodeBlock | null {
  return fields.length === 0 ? null : block(jsonBody(codeSample(fields, 'everything')), partRoot);
}

/** Releases with boto3 numbers document AWS, which has a command line. */
function hasCommandLine({ store, memory }: Site): boolean {
  return memory.remember(commandLine, store, () => {
    const version = store.releases()[0]?.version ?? null;
    return version !== null && store.numbersOf(version).some((number) => number.startsWith('boto3 '));
  });
}

const commandLine = topic<StoreReader, boolean>();

/** Cuts only a block that is much too long: a few more lines can be scrolled. `list` is the anchor of the fields. */
function block(lines: readonly string[], list: string): CodeBlock {
  if (lines.length <= maxLines) return { text: lines.join('\n'), cut: null };
  const shown = closedCode(lines.slice(0, shownLines));
  return { text: shown.join('\n'), cut: { text: `${shown.length} of ${counted(lines.length, 'line')}:`, list } };
}

const maxLines = 120;
const shownLines = 60;
