/** Patterns of models: compares the meaning of two patterns without running them, where that is possible. */

/** Patterns that accept every text, with or without anchors. */
const everything = new Set(['.*', String.raw`[\s\S]*`, String.raw`[\S\s]*`, '']);

/** Whether a pattern accepts every text, so that it is not a limit. */
export function acceptsEverything(pattern: string): boolean {
  const core = withoutAnchors(pattern);
  return everything.has(core) || (core.startsWith('(') && core.endsWith(')') && everything.has(core.slice(1, -1)));
}

/**
 * The pattern without one leading `^` and one trailing `$`: botocore does not match patterns, and the services match
 * whole values. If an alternative stands outside brackets, an anchor belongs to only one of its sides, and the pattern
 * stays unchanged.
 */
export function withoutAnchors(pattern: string): string {
  if (hasOuterAlternative(pattern)) return pattern;
  const start = pattern.startsWith('^') ? pattern.slice(1) : pattern;
  return start.endsWith('$') && !isEscaped(start, start.length - 1) ? start.slice(0, -1) : start;
}

function hasOuterAlternative(pattern: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at];
    if (sign === '\\') at++;
    else if (inClass) inClass = sign !== ']';
    else if (sign === '[') inClass = true;
    else if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (sign === '|' && depth === 0) return true;
  }
  return false;
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (before > 0 && text[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}
