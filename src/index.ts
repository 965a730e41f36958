/** The package `apidelta` for other programs: text of one or more documents to a model, two models to their changes. */
export { type CompareOptions, compareApis, comparedServices, type RuleMeta, ruleOf, rules } from './diff/index.ts';
export type * from './model/index.ts';
export {
  type DialectId,
  type Document,
  detectDialect,
  formatPosition,
  type ParsedNote,
  type ParseOptions,
  type ParseResult,
  parseDocuments,
  readProse,
} from './parse/index.ts';
