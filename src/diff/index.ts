/** Two models in, changes out. */
export { compareApis, comparedServices } from './compare-apis.ts';
export { type CompareOptions, compareServices, type Locate, mostListed } from './compare-services.ts';
export { type ProseReader, proseReader } from './prose-reader.ts';
export type { RuleExample, RuleMeta, SeverityByDirection, Subject } from './rule.ts';
export { ruleOf, rules } from './rules/index.ts';
export { type ApiIdentity, findSameApi } from './same-api.ts';
export { changeKey, severityOf } from './seal.ts';
export { judgeStated } from './stated.ts';
export { tsvLines } from './tsv.ts';
export { unchangedBetween } from './unchanged.ts';
export { code } from './wording.ts';
