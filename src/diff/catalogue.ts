/**
 * The door to the words of the rules: names, sentences and severities, and changes as readers see them. It compares
 * nothing.
 */
export { cardSentence, cardTitle } from './cards/card-sentence.ts';
export { type Card, cardsOf, countCards, isDeprecation, worstFirst } from './cards/cards.ts';
export { type MigrationRow, migrationOf } from './cards/migration.ts';
export { compareNames } from './cards/name-order.ts';
export { inReadingOrder } from './cards/reading-order.ts';
export { severityOf } from './findings/group-findings.ts';
export type { RuleExample, RuleMeta, SeverityByDirection, Subject } from './rule.ts';
export { ruleOf, rules } from './rules/index.ts';
export { changedAcceptors } from './wording/acceptors.ts';
export { adviceOf } from './wording/advice.ts';
export { code, count, counted, listed } from './wording/code.ts';
export { plainSentence, type SentencePart, sentenceParts } from './wording/code-spans.ts';
export { maxTitle, sentenceOf, titleOf } from './wording/sentence.ts';
export { countedSeverity, countsInWords, severityMeaning, severityWords, wireWords } from './wording/severity-words.ts';
export { namesOfChanges } from './wording/telling.ts';
export { sentenceOfWayBack } from './wording/way-back.ts';
