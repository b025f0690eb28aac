import type { Finding, Fix } from '../../text/finding';
import type { Span } from '../../text/span';
import type { Name, Operand, TemplateResult } from './ast';
import type { TemplateCode } from './codes';
import { inferTypes } from './infer';
import { callProblem, countMessage } from './lint-call';
import { closest } from '../../text/similar';
import { elementTypes, membersOf } from './members';
import type { TemplateKnowledge } from './template-knowledge';
import { typeName, withArticle, type TemplateType } from './types';

/**
 * What Go accepts but what certainly fails, or prints nonsense, when the template is expanded: unknown fields,
 * wrong numbers and types of arguments, formats that don't fit, templates that don't exist. All are warnings:
 * templates are only parsed when a file is loaded. The rules are those of text/template/exec.go and funcs.go.
 * @param templates what other texts define; without it, only a program whose texts stand alone misses templates.
 */
export function lintTemplate(result: TemplateResult, templates?: TemplateKnowledge): Finding[] {
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
      } else if (over === 'int' && result.dialect.go < RANGE_OVER_INT) {
        warn('template/not-iterable', 'range over a number came with Go 1.24', span);
      } else if (over === 'int' && declarations.length > 1) {
        warn('template/not-iterable', 'range over an int has one variable only', span);
      }
    },
    method({ name, span }, { parameters = [] }, types) {
      if (types.length === parameters.length) return;
      warn('template/argument-count', countMessage(name, parameters.length, types.length), span);
    },
    template({ name: { value, span } }) {
      if (defined.has(value) || templates?.defined(value) || (!templates && !result.dialect.closed)) return;
      warn('template/undefined-template', ...undefinedTemplate(value, span, defined, templates));
    },
  });
  return findings.sort((a, b) => a.span.from - b.span.from);
}

/** The Go whose templates have it first. */
const RANGE_OVER_INT = 24;

function undefinedTemplate(
  name: string,
  span: Span,
  defined: ReadonlySet<string>,
  templates: TemplateKnowledge | undefined,
): [string, Span, ...Fix[]] {
  const message = `no template ${JSON.stringify(name)} is defined${templates ? '' : ' in this text'}`;
  const meant = closest(name, [...defined, ...(templates?.names() ?? [])]);
  if (meant === undefined) return [message, span];
  const fix = replaceFix(span, JSON.stringify(meant));
  return [`${message}; did you mean ${JSON.stringify(meant)}?`, span, fix];
}

function replaceFix(span: Span, newText: string): Fix {
  return { title: `Replace by ${newText}`, edits: [{ span, newText }], preferred: true };
}

function unknownField({ name, span }: Name, receiver: TemplateType): [string, Span, ...Fix[]] {
  const known = [...(membersOf(receiver)?.keys() ?? [])];
  const meant = closest(name, known);
  const message = `${typeName(receiver)} has no field ${name}`;
  if (known.length === 0) return [message, span];
  if (meant === undefined)
    return [`${message}; it has ${known.map((field) => `.${field}`).join(', ')}`, span];
  return [`${message}; did you mean .${meant}?`, span, replaceFix(span, meant)];
}

/** True if giving `operand` arguments certainly fails: only functions and methods take some. */
function isNoFunction(operand: Operand, receivers: ReadonlyMap<Name, TemplateType>): boolean {
  if (operand.kind !== 'field' && operand.kind !== 'variable' && operand.kind !== 'chain') return true;
  const last = operand.fields.at(-1);
  if (!last) return true;
  const receiver = receivers.get(last) ?? 'any';
  const member = membersOf(receiver)?.get(last.name);
  if (member) return !member.parameters;
  return typeof receiver !== 'string' && receiver.kind === 'map';
}
