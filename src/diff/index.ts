/** Two models in, changes out. */
export { compareApis, comparedServices } from './compare/compare-apis.ts';
export { type CompareOptions, compareServices, type Locate, maxListed } from './compare/compare-services.ts';
export { type ProseReader, proseReader } from './compare/prose-reader.ts';
export { type ApiIdentity, findSameApi } from './compare/same-api.ts';
export { unchangedBetween } from './compare/unchanged.ts';
export { changeKey, severityOf } from './findings/group-findings.ts';
export { judgeStated } from './findings/judge-stated.ts';
export type { RuleExample, RuleMeta, SeverityByDirection, Subject } from './rule.ts';
export { ruleOf, rules } from './rules/index.ts';
export { tsvLines } from './tsv.ts';
export { code } from './wording.ts';
