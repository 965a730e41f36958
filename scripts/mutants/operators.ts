/** The operators of mutants: the change of each one, and its places in a syntax tree. */
import ts from 'typescript';

export const operatorNames = ['negate', 'boundary', 'drop', 'literal', 'swap'] as const;

export type OperatorName = (typeof operatorNames)[number];

/** A piece of a file, and its replacement. */
export interface Edit {
  readonly operator: OperatorName;
  readonly start: number;
  readonly end: number;
  readonly after: string;
}

/** Every place of a file where an operator applies, in the order of the text. */
export function editsOf(name: string, text: string): readonly Edit[] {
  const tree = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found = new Map<string, Edit>();
  const add = (operator: OperatorName, node: ts.Node, after: string): void => {
    const edit = { operator, start: node.getStart(tree), end: node.getEnd(), after };
    found.set(`${operator} ${edit.start} ${edit.end}`, edit);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    for (const condition of conditionsOf(node)) add('negate', condition, negated(condition));
    if (ts.isBinaryExpression(node) && !isOrder(node.parent)) {
      const other = boundaries[node.operatorToken.getText(tree)];
      if (other !== undefined) add('boundary', node.operatorToken, other);
    }
    if (canBeDropped(node)) add('drop', node, ';');
    const literal = otherLiteral(node);
    if (literal !== null) add('literal', node, literal);
    for (const [first, second] of neighboursOf(node)) {
      const [start, end] = [first.getStart(tree), second.getEnd()];
      const between = text.slice(first.getEnd(), second.getStart(tree));
      const edit = {
        operator: 'swap',
        start,
        end,
        after: second.getText(tree) + between + first.getText(tree),
      } as const;
      found.set(`swap ${start} ${end}`, edit);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(tree, visit);
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

const boundaries: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };

/** Conditions; of `a && b` the parts, because the whole is often a value. */
function conditionsOf(node: ts.Node): readonly ts.Expression[] {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) return partsOf(node.expression);
  if (ts.isForStatement(node)) return node.condition === undefined ? [] : partsOf(node.condition);
  if (ts.isConditionalExpression(node)) return partsOf(node.condition);
  if (ts.isBinaryExpression(node) && isLogical(node)) return partsOf(node);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const [test] = node.arguments;
  if (!asking.has(node.expression.name.text) || test === undefined || !ts.isArrowFunction(test)) return [];
  return ts.isBlock(test.body) ? [] : partsOf(test.body);
}

/** Methods whose argument is a condition. */
const asking = new Set(['filter', 'find', 'findLast', 'findIndex', 'findLastIndex', 'some', 'every']);

function partsOf(node: ts.Expression): readonly ts.Expression[] {
  if (ts.isParenthesizedExpression(node)) return partsOf(node.expression);
  if (ts.isBinaryExpression(node) && isLogical(node)) return [...partsOf(node.left), ...partsOf(node.right)];
  return [node];
}

function isLogical({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;
}

function negated(node: ts.Expression): string {
  const isNot = ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken;
  return isNot ? node.operand.getText() : `!(${node.getText()})`;
}

/** Statements that can be dropped: calls, assignments, jumps, and conditional ones. */
function canBeDropped(node: ts.Node): boolean {
  if (ts.isExpressionStatement(node)) return !ts.isStringLiteral(node.expression);
  if (ts.isIfStatement(node)) return node.elseStatement === undefined;
  return ts.isContinueStatement(node) || ts.isThrowStatement(node) || (ts.isBreakStatement(node) && !inSwitch(node));
}

function inSwitch(node: ts.Node): boolean {
  return ts.isCaseOrDefaultClause(node.parent) || ts.isCaseOrDefaultClause(node.parent.parent);
}

function otherLiteral(node: ts.Node): string | null {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return 'false';
  if (node.kind === ts.SyntaxKind.FalseKeyword) return 'true';
  if (ts.isNumericLiteral(node) && !isOfOrder(node) && !isOfBuffer(node))
    return String(Number(node.text.replaceAll('_', '')) + 1);
  if (ts.isNoSubstitutionTemplateLiteral(node) || ts.isStringLiteral(node)) {
    if (isName(node)) return null;
    return node.text === '' ? "'mutant'" : "''";
  }
  return ts.isTemplateExpression(node) ? otherTemplate(node) : null;
}

/**
 * Whether it is the result of an order, `a < b ? -1 : 1`: sorted keys are distinct, and the size of the number has no
 * meaning.
 */
function isOrder(node: ts.Node): boolean {
  return (
    ts.isConditionalExpression(node) && [node.whenTrue, node.whenFalse].every((side) => isSign(side) || isOrder(side))
  );
}

function isSign(node: ts.Node): boolean {
  return ts.isNumericLiteral(node) || (ts.isPrefixUnaryExpression(node) && ts.isNumericLiteral(node.operand));
}

function isOfOrder({ parent }: ts.Node): boolean {
  return isOrder(parent) || (ts.isPrefixUnaryExpression(parent) && isOrder(parent.parent));
}

/** Whether it is the size of the pieces in which a stream is read: the same bytes come, in other pieces. */
function isOfBuffer({ parent }: ts.Node): boolean {
  if (ts.isBinaryExpression(parent)) return isOfBuffer(parent);
  return ts.isPropertyAssignment(parent) && /^(?:highWaterMark|chunkSize)$/.test(parent.name.getText());
}

/** A template without its longest text. */
function otherTemplate(node: ts.TemplateExpression): string | null {
  if (ts.isTaggedTemplateExpression(node.parent)) return null;
  const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
  const longest = parts.reduce((best, part) => (part.text.length > best.text.length ? part : best));
  if (longest.text === '') return null;
  const offset = node.getStart();
  const text = node.getText();
  const from = longest.getStart() + 1 - offset;
  const to = longest.getEnd() - (ts.isTemplateTail(longest) ? 1 : 2) - offset;
  return text.slice(0, from) + text.slice(to);
}

/** Whether a text is the name of a module or a property: the type checker would find a change. */
function isName(node: ts.StringLiteralLike): boolean {
  const { parent } = node;
  if (ts.isTaggedTemplateExpression(parent)) return true;
  if (ts.isCallExpression(parent)) return parent.expression.kind === ts.SyntaxKind.ImportKeyword;
  return (ts.isPropertyAssignment(parent) || ts.isBindingElement(parent)) && parent.initializer !== node;
}

/** Pairs of neighbouring arguments with different texts; for `Math.max` the order has no meaning. */
function neighboursOf(node: ts.Node): readonly (readonly [ts.Expression, ts.Expression])[] {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return [];
  const all = node.arguments ?? [];
  if (/^Math\.(max|min)$/.test(node.expression.getText())) return [];
  return all.flatMap((first, index) => {
    const second = all[index + 1];
    if (second === undefined || ts.isSpreadElement(first) || ts.isSpreadElement(second)) return [];
    return first.getText() === second.getText() ? [] : [[first, second] as const];
  });
}
