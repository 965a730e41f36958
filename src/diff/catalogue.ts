/** The door to what the rules say: their names, words and severities. It compares nothing. */
export type { RuleMeta, Subject } from './rule.ts';
export { ruleOf, rules } from './rules/index.ts';
