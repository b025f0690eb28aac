import type { AtModifier, Expr, LabelList, OffsetModifier, VectorSelector } from '../ast';

/** A tree in one line, for tests: every operation in parentheses, what is missing as `?`, placeholders as `◌`. */
export function sketch(expr: Expr | undefined): string {
  if (!expr) return '';
  switch (expr.kind) {
    case 'aggregate': {
      const clause = expr.grouping ? ` ${list(expr.grouping)}` : '';
      return `${expr.op.text}(${expr.args.map(sketch).join(', ')})${clause}`;
    }
    case 'binary': {
      const { bool, matching, group, fills } = expr;
      const words = [expr.op.text, bool?.text, matching && list(matching), group && list(group)];
      const fill = fills.map(({ keyword, value }) => `${keyword.text}(${value})`);
      const middle = [...words, ...fill].filter((word) => word !== undefined).join(' ');
      return `(${sketch(expr.lhs)} ${middle} ${sketch(expr.rhs)})`;
    }
    case 'call':
      return `${expr.func.text}(${expr.args.map(sketch).join(', ')})`;
    case 'duration': {
      const [lhs, rhs] = [expr.lhs && sketch(expr.lhs), expr.rhs && sketch(expr.rhs)];
      const operands = [lhs, rhs].filter((operand) => operand !== undefined).join(' ');
      return `<${expr.wrapped ? 'wrapped ' : ''}${expr.op.text}${operands && ' '}${operands}>`;
    }
    case 'hole':
      return expr.parts ? `◌{${expr.parts.map(sketch).join(', ')}}` : '◌';
    case 'matrix':
      return `${sketch(expr.selector)}[${sketch(expr.range)}]`;
    case 'missing':
      return '?';
    case 'number':
      return `${expr.value}${expr.duration ? 's' : ''}`;
    case 'paren':
      return `paren(${sketch(expr.expr)})`;
    case 'selector':
      return selector(expr);
    case 'string':
      return JSON.stringify(expr.value);
    case 'subquery':
      return `${sketch(expr.expr)}[${sketch(expr.range)}:${sketch(expr.step)}]${modifiers(expr)}`;
    case 'unary':
      return `(${expr.op.text}${sketch(expr.expr)})`;
  }
}

function list({ keyword, labels }: LabelList): string {
  return `${keyword.text}(${labels.map(({ text, quoted }) => (quoted ? `"${text}"` : text)).join(',')})`;
}

function selector(node: VectorSelector): string {
  const { name, matchers, anchored, smoothed } = node;
  const inside = matchers.map(
    ({ label, op, value }) => `${label.text}${op}${value ? JSON.stringify(value.value) : '?'}`,
  );
  const braces = node.braces ? `{${inside.join(',')}}` : '';
  const words = [anchored, smoothed].map((word) => (word ? ` ${word.text}` : '')).join('');
  return `${name?.quoted ? `"${name.text}"` : (name?.text ?? '')}${braces}${words}${modifiers(node)}`;
}

function modifiers({ offset, at }: { offset?: OffsetModifier; at?: AtModifier }): string {
  return `${offset ? ` offset ${sketch(offset.value)}` : ''}${at ? ` @ ${at.value}` : ''}`;
}
