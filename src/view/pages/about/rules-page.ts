/** The catalogue of the kinds of changes, with the severity of each. */
import { type RuleMeta, type Subject, severityMeaning, severityWords, wireWords } from '../../../diff/catalogue.ts';
import { type Severity, severities } from '../../../model/index.ts';
import { type GlyphView, glyphOf, glyphs, severityGlyph } from '../../changes/glyph.ts';
import { allRules } from '../../changes/rule-book.ts';
import { factWords } from '../../fields/fact-words.ts';
import { type PageHead, pageHead, type Site } from '../../site/site.ts';
import { type Span, spans } from '../../site/words.ts';
import { type RuleCase, ruleCases } from './rule-cases.ts';

/** One rule. A kind has several rules if its severity depends on more than the direction. */
export interface RuleView {
  readonly request: Severity;
  readonly response: Severity;
  readonly description: readonly Span[];
  readonly audience: string;
  /** What callers should do in their code; null where there is nothing to do. */
  readonly advice: readonly Span[] | null;
  /** The reason why it does not count as a change; null for a rule that is reported. */
  readonly noEffect: string | null;
  /** The facts that both sources must have. Without them the rule finds nothing. */
  readonly needs: readonly string[];
  /** Example cards as on a page of a release, one for each direction of the rule. */
  readonly cards: readonly RuleCard[];
}

/** A change as a card prints it. */
export interface RuleCard {
  /** `in a request`; empty for a rule without a direction. */
  readonly where: string;
  readonly glyph: GlyphView;
  readonly title: readonly Span[];
}

/** A kind of change, with its rules. */
export interface KindView {
  readonly kind: string;
  readonly url: string;
  readonly rules: readonly RuleView[];
  /** Only rules that differ in severity or description, for the table. */
  readonly lines: readonly RuleView[];
  /** What else finds it in the table, in lower case: the words for its severities, and its descriptions. */
  readonly found: readonly string[];
}

/** A sign with its name and meaning. */
export interface MarkView {
  readonly glyph: GlyphView;
  readonly words: string;
  readonly meaning: string;
}

export interface RulesPage {
  readonly head: PageHead;
  /** Every sign that can stand in front of a line. */
  readonly marks: readonly MarkView[];
  readonly subjects: readonly {
    readonly title: string;
    readonly anchor: string;
    readonly kinds: readonly KindView[];
  }[];
}

export interface RulePage extends KindView {
  readonly cases: readonly RuleCase[];
  readonly head: PageHead;
  readonly meanings: readonly { readonly severity: Severity; readonly meaning: string }[];
  /** The kind that finds the opposite change: old and new swapped. */
  readonly mirror: { readonly kind: string; readonly url: string } | null;
}

/** Makes the catalogue. */
export function rulesPage(site: Site): RulesPage {
  const bySubject = Map.groupBy(ruleKinds(), (kind) => rulesOf(kind)[0]?.subject);
  return {
    head: pageHead(site, {
      title: 'Rules',
      description: 'Every kind of change that is found, and how bad it is for a caller.',
      url: site.urls.rules(),
      section: 'rules',
    }),
    marks: markViews(),
    subjects: subjectOrder.flatMap((subject) => {
      const kinds = bySubject.get(subject);
      if (kinds === undefined) return [];
      return [{ title: subjectTitles[subject], anchor: subject, kinds: kinds.map((kind) => kindView(site, kind)) }];
    }),
  };
}

/** Counts show only severities. Single lines also show what kind of harmless change it is. */
function markViews(): readonly MarkView[] {
  const bySeverity = severities.map((severity) => ({
    glyph: severityGlyph(severity),
    words: severityWords[severity],
    meaning: severityMeaning[severity],
  }));
  const inSentences = (glyph: GlyphView, meaning: string) => ({ glyph, words: glyph.words, meaning });
  const at = severities.indexOf('safe') + 1;
  return [
    ...bySeverity.slice(0, at),
    inSentences(
      glyphs.changed,
      'In a sentence: looser, deprecated or otherwise changed, and no program breaks. Counted under +.',
    ),
    inSentences(glyphs.gone, 'In a sentence: taken away, and no program breaks. Counted under +.'),
    ...bySeverity.slice(at),
    {
      glyph: glyphs.wire,
      words: wireWords,
      meaning: 'Only those see it who speak the protocol themselves: an SDK hides it.',
    },
  ];
}

/** Makes the page of one kind. */
export function rulePage(site: Site, kind: string): RulePage {
  const view = kindView(site, kind);
  const [first] = rulesOf(kind);
  if (first === undefined) throw new Error(`Unexpected kind \`${kind}\`, expected one of the catalogue`);
  const used = new Set(view.rules.flatMap(({ request, response }) => [request, response]));
  // A kind that is its own other way around says nothing by it.
  const mirror = first.mirror === kind ? undefined : allRules.find(({ id }) => id === first.mirror);
  return {
    ...view,
    cases: ruleCases(view.rules),
    head: pageHead(site, {
      title: kind,
      description: first.description.replaceAll('`', ''),
      url: view.url,
      section: 'rules',
      crumbs: [{ label: 'Rules', url: site.urls.rules() }],
      hasTwin: true,
    }),
    meanings: severities
      .filter((severity) => used.has(severity))
      .map((severity) => ({ severity, meaning: severityMeaning[severity] })),
    mirror: mirror === undefined ? null : { kind: mirror.id, url: site.urls.rule(mirror.id) },
  };
}

/** The kinds that have a page, sorted. */
export function ruleKinds(): readonly string[] {
  return [...new Set(allRules.map(({ id }) => id))];
}

function rulesOf(kind: string): readonly RuleMeta[] {
  return allRules.filter(({ id }) => id === kind);
}

function kindView(site: Site, kind: string): KindView {
  const rules = rulesOf(kind).map(ruleView);
  const lines = new Map(rules.map((rule) => [JSON.stringify([rule.request, rule.response, rule.description]), rule]));
  return {
    kind,
    url: site.urls.rule(kind),
    rules,
    lines: [...lines.values()],
    found: [...new Set(rules.flatMap(findable))],
  };
}

/** A reader may know the words of the site, or those of the command line. */
function findable({ request, response, audience, noEffect, description }: RuleView): readonly string[] {
  const said = description.map(({ text }) => text).join('');
  const severity = [...new Set([request, response])].flatMap((one) => [severityWords[one], one]);
  const concerns = audience === everybody ? [] : [wireWords, 'wire'];
  const verdict = noEffect === null ? [...severity, ...concerns] : ['no change'];
  return [...verdict, said].map((words) => words.toLowerCase());
}

const everybody = 'everybody';

function ruleView(rule: RuleMeta): RuleView {
  const { severity } = rule;
  return {
    ...(typeof severity === 'string' ? { request: severity, response: severity } : severity),
    description: spans(rule.description),
    audience: rule.audience === 'sdk' ? everybody : 'those who speak the protocol themselves',
    advice: rule.advice === undefined ? null : spans(rule.advice),
    noEffect: rule.noEffect ?? null,
    needs: rule.needs.map(factWords),
    cards: rule.noEffect === undefined ? ruleCards(rule) : [],
  };
}

/** The example sentences; each has its severity before a colon. */
function ruleCards({ id, example: { says } }: RuleMeta): readonly RuleCard[] {
  const all = typeof says === 'string' ? [['', says] as const] : Object.entries(says);
  return all.map(([direction, said]) => {
    const severity = severities.find((one) => said.startsWith(one)) ?? 'docs';
    return {
      where: direction === '' ? '' : `in a ${direction}`,
      glyph: glyphOf({ severity, kind: id, audience: /^\w+, wire:/.test(said) ? 'wire' : 'sdk' }),
      title: spans(said.slice(said.indexOf(': ') + 2)),
    };
  });
}

const subjectTitles: Readonly<Record<Subject, string>> = {
  service: 'Services',
  operation: 'Operations',
  member: 'Fields',
  shape: 'Types and shapes',
  enum: 'Enums',
  error: 'Errors',
  waiter: 'Waiters',
  paginator: 'Paginators',
};

const subjectOrder = Object.keys(subjectTitles) as Subject[];
