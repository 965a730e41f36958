/** The settings for the client of one service: the page of the service lists them below “Client Context Parameters”. */
import type { ServiceBuilder } from '../build/service-builder.ts';
import type { Ledger, Lines } from '../lines.ts';
import type { Messages } from '../messages.ts';
import { parseBlocks } from '../prose/rst-blocks.ts';

const leadEnd = ' client context params are:';
const lead = /^The available ``[\w-]+`` client context params are:\s*$/m;

/**
 * At a parameter.
 *
 *     > | * ``use_arn_region`` (boolean) - Words about it.
 *         ^
 */
const parameter = /^\* ``(\w+)`` \((\w+)\)(?: - ?|\s*$)/;

/**
 * Reads the list, at any place on the page. A page without the list states nothing: older generators never wrote one.
 */
export function readClientContext(builder: ServiceBuilder, lines: Lines, ledger: Ledger, messages: Messages): void {
  // Most pages have no such list, and an expression with `^` looks at all their lines.
  const heading = lines.text.includes(leadEnd) ? lead.exec(lines.text) : null;
  if (heading === null) return;
  let at = lines.lineOf(heading.index);
  builder.facts.add('client-context');
  for (at++; at < lines.count; at++) {
    const indent = lines.indent(at);
    if (indent < 0) continue;
    const found = parameter.exec(lines.at(at));
    if (found === null) return;
    const end = lines.find(at + 1, lines.count, (line) => lines.indent(line) <= 0);
    const documentation = parseBlocks({ lines, messages, first: at, end }, { hanging: found[0].length });
    const [, name = '', type = ''] = found;
    builder.clientContextParams.set(name, { name, type, ...(documentation.length === 0 ? {} : { documentation }) });
    ledger.use(at, end);
    at = end - 1;
  }
}
