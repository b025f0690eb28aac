import type { Finding, Fix } from '../../text/finding';
import type { Span } from '../../text/span';
import type { Name, Operand, TemplateResult } from './ast';
import type { TemplateCode } from './codes';
import { inferTypes } from './infer';
import { callProblem } from './lint-call';
import { closest } from '../../text/similar';
import { elementTypes, typeName, withArticle, type TemplateType } from './types';

/**
 * What Go accepts but what certainly fails, or prints nonsense, when the template is expanded: unknown fields,
 * wrong numbers and types of arguments, formats that don't fit, templates that don't exist. All are warnings:
 * templates are only parsed when a file is loaded. The rules are those of text/template/exec.go and funcs.go.
 */
export function lintTemplate(result: TemplateResult): Finding[] {
  const findings: Finding[] = [];
  const warn = (code: TemplateCode, message: string, span: Span, ...fixes: Fix[]): void => {
    findings.push({ code, severity: 'warning', message, span, ...(fixes.length > 0 && { fixes }) });
  };
  const receivers = new Map<Name, TemplateType>();
  const defined = new Set(result.templates.map(({ name }) => name));

  inferTypes(result, {
    variable({ name, span }, type) {
      if (type !== undefined || result.faults.length > 0) return;
      warn(
        'template/unset-variable',
        `${name} has no value here: it is not declared, or in another branch`,
        span,
      );
    },
    field(name, receiver, type) {
      receivers.set(name, receiver);
      if (type === undefined) warn('template/unknown-field', ...unknownField(name, receiver));
    },
    call(call) {
      const problem = callProblem(call, result.text);
      if (problem) warn(problem.code, problem.message, problem.span, ...(problem.fixes ?? []));
    },
    misapplied(operand, { span }) {
      if (!isNoFunction(operand, receivers)) return;
      const name = result.text.slice(operand.span.from, operand.span.to);
      const message =
        operand.kind === 'nil' ? 'nil is no value to print' : `${name} is no function, it takes no arguments`;
      warn('template/not-a-function', message, span);
    },
    range({ span, declarations }, over) {
      if (!elementTypes(over)) {
        warn('template/not-iterable', `range can't go over ${withArticle(typeName(over))}`, span);
      } else if (over === 'int' && declarations.length > 1) {
        warn('template/not-iterable', 'range over an int has one variable only', span);
      }
    },
    template({ name }) {
      if (!name || !result.dialect.closed || defined.has(name.value)) return;
      const message = `no template ${JSON.stringify(name.value)} is defined in this text`;
      warn('template/undefined-template', message, name.span);
    },
  });
  return findings.sort((a, b) => a.span.from - b.span.from);
}

function unknownField({ name, span }: Name, receiver: TemplateType): [string, Span, ...Fix[]] {
  const known = typeof receiver !== 'string' && receiver.kind === 'struct' ? [...receiver.fields.keys()] : [];
  const meant = closest(name, known);
  const message = `${typeName(receiver)} has no field ${name}`;
  if (known.length === 0) return [message, span];
  if (meant === undefined)
    return [`${message}; it has ${known.map((field) => `.${field}`).join(', ')}`, span];
  const fix = { title: `Replace by ${meant}`, edits: [{ span, newText: meant }], preferred: true };
  return [`${message}; did you mean .${meant}?`, span, fix];
}

/** True if giving `operand` arguments certainly fails: only functions and methods take some. */
function isNoFunction(operand: Operand, receivers: ReadonlyMap<Name, TemplateType>): boolean {
  if (operand.kind !== 'field' && operand.kind !== 'variable' && operand.kind !== 'chain') return true;
  const last = operand.fields.at(-1);
  if (!last) return true;
  const receiver = receivers.get(last) ?? 'any';
  if (typeof receiver === 'string') return false;
  if (receiver.kind === 'struct') {
    const field = receiver.fields.get(last.name);
    return field !== undefined && field.method !== true;
  }
  return receiver.kind === 'map' && receiver.methods?.get(last.name) === undefined;
}
