/** Texts that are slow for a careless regular expression, made from the expression itself: it is searched long and fails late. */
import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** A text of any size: what leads to a repetition, what is repeated, and what makes it fail. */
export interface Attack {
  readonly prefix: string;
  readonly pump: string;
  readonly suffix: string;
}

/** The text of an attack, about `size` characters long. */
export function attackText({ prefix, pump, suffix }: Attack, size: number): string {
  return prefix + pump.repeat(Math.ceil(size / pump.length)) + suffix;
}

/** Characters that stand for the classes they are in; the usual ones first. */
const candidates = [...'aA0 -._:/`*([{"\'<>=,;|^•é\t\n\r~+#!?@\\)]}\0'];
/** A class is tried by so many of its characters. */
const maxOfClass = 4;
const longestSample = 80;

/** The attacks on an expression; `all`: every literal with every character beside it, too. */
export function attacksOn(expression: RegExp, all = true): readonly Attack[] {
  const found = new Finder(expression.flags);
  found.alternatives(new RegExpParser().parsePattern(expression.source, undefined, undefined, modes(expression)), ['']);
  const pumps = new Set<string>();
  for (const part of [...found.characters, ...found.literals, ...found.prefixes]) if (part !== '') pumps.add(part);
  for (const literal of all ? found.literals : [])
    for (const character of found.characters) pumps.add(literal + character).add(character + literal);
  const attacks: Attack[] = [];
  for (const prefix of new Set(['', 'a', ...found.prefixes]))
    for (const pump of pumps) for (const suffix of ['', '\0', '\n\0']) attacks.push({ prefix, pump, suffix });
  return attacks;
}

function modes({ unicode, unicodeSets }: RegExp): { unicode: boolean; unicodeSets: boolean } {
  return { unicode: unicode && !unicodeSets, unicodeSets };
}

/** Collects the characters and literals of an expression, and a text that leads to each of its repetitions. */
class Finder {
  readonly characters = new Set<string>();
  readonly literals = new Set<string>();
  readonly prefixes = new Set<string>();
  readonly #flags: string;
  readonly #groups: string[] = [];

  constructor(flags: string) {
    this.#flags = flags.replace(/[gy]/g, '');
  }

  /** What may stand behind one of the alternatives, where one of `before` stood before it. */
  alternatives({ alternatives }: { readonly alternatives: readonly AST.Alternative[] }, before: string[]): string[] {
    return few(alternatives.flatMap(({ elements }) => this.#sequence(elements, before)));
  }

  #sequence(elements: readonly AST.Element[], before: string[]): string[] {
    let literal = '';
    let behind = before;
    const endLiteral = () => {
      if (literal !== '') this.literals.add(literal);
      literal = '';
    };
    for (const element of elements) {
      if (element.type === 'Character') literal += String.fromCodePoint(element.value);
      else endLiteral();
      behind = few(this.#element(element, behind));
    }
    endLiteral();
    return behind;
  }

  #element(element: AST.Element, before: string[]): string[] {
    const after = (texts: readonly string[]) => before.flatMap((start) => texts.map((text) => start + text));
    if (element.type === 'Character') return after([String.fromCodePoint(element.value)]);
    if (
      element.type === 'CharacterSet' ||
      element.type === 'CharacterClass' ||
      element.type === 'ExpressionCharacterClass'
    ) {
      const one = new RegExp(`^${element.raw}$`, this.#flags);
      const inside = candidates.filter((character) => one.test(character));
      for (const character of inside.slice(0, maxOfClass)) this.characters.add(character);
      return after(inside.slice(0, 1));
    }
    if (element.type === 'Quantifier') {
      if (element.max > 10) for (const text of before) this.prefixes.add(text);
      if (element.element.type === 'Character') this.characters.add(String.fromCodePoint(element.element.value));
      const inside = this.#element(element.element, before);
      return element.min === 0
        ? [...before, ...inside]
        : element.min === 1
          ? inside
          : repeated(before, inside, element.min);
    }
    if (element.type === 'Group') return this.alternatives(element, before);
    if (element.type === 'CapturingGroup') {
      const behind = this.alternatives(element, before);
      this.#groups.push((behind[0] ?? '').slice((before[0] ?? '').length));
      return behind;
    }
    if (element.type === 'Backreference') return after([this.#groups[0] ?? '']);
    if (element.type === 'Assertion' && 'alternatives' in element) this.alternatives(element, before);
    return before;
  }
}

/** As often as a repetition asks for at least: `\d{4}`. */
function repeated(before: readonly string[], inside: readonly string[], times: number): string[] {
  const text = (inside[0] ?? '').slice((before[0] ?? '').length);
  return before.map((start) => start + text.repeat(Math.min(times, 20)));
}

/** Two ways to one place are enough, the shortest and the longest. */
function few(texts: readonly string[]): string[] {
  const sorted = [...new Set(texts)]
    .filter(({ length }) => length <= longestSample)
    .sort((a, b) => a.length - b.length);
  return sorted.length <= 2 ? sorted : sorted.filter((_, at) => at === 0 || at === sorted.length - 1);
}
