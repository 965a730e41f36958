/** `apidelta rules`: every kind of change, with its severity by direction. */
import { rules } from '../../diff/index.ts';
import { exitCodes, type Io } from '../io.ts';

/** Prints the rules. */
export async function rulesCommand(options: { readonly format: string }, io: Io): Promise<number> {
  if (options.format === 'json') {
    const rows = rules.map(({ id, subject, mirror, severity, audience, needs, description, ...rule }) => ({
      id,
      subject,
      mirror,
      severity,
      audience,
      needs,
      description,
      depth: rule.depth,
      direction: rule.direction,
      noEffect: rule.noEffect,
      advice: rule.advice,
      example: rule.example,
    }));
    io.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
    return exitCodes.done;
  }
  for (const { id, severity, audience, description, noEffect } of rules) {
    const words =
      noEffect !== undefined
        ? 'no change'
        : typeof severity === 'string'
          ? severity
          : `${severity.request} in a request, ${severity.response} in a response`;
    io.stdout.write(`${id}: ${words}${audience === 'wire' ? ', on the wire only' : ''}\n  ${description}\n`);
  }
  return exitCodes.done;
}
