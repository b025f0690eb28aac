import type { Matcher, PromqlFault, VectorSelector } from './ast';
import { checkRegex } from './regex';

/** A selector has one metric name, or something else that doesn't match every series: that part of `checkAST`. */
export function checkSelector(node: VectorSelector, report: (fault: PromqlFault) => void): void {
  const { name, matchers, span } = node;
  if (name && !name.quoted) {
    const other = matchers.find(({ label }) => label.text === '__name__' && !label.holed);
    if (!other) return;
    const message = `metric name must not be set twice: "${name.text}" or "${other.value?.value ?? ''}"`;
    report({ code: 'promql/name-twice', span, message });
  } else if (!(name && (name.text !== '' || name.holed)) && matchers.every(matchesEmpty)) {
    const hint = 'a name, or a matcher such as {job="api"} or {job=~".+"}';
    const message = `vector selector must contain at least one non-empty matcher: ${hint}`;
    report({ code: 'promql/empty-matcher', span, message });
  }
}

function matchesEmpty({ op, value }: Matcher): boolean {
  if (!value || value.holed) return false;
  switch (op) {
    case '=':
      return value.value === '';
    case '!=':
      return value.value !== '';
    case '=~':
      return checkRegex(value.value).matchesEmpty;
    case '!~':
      return !checkRegex(value.value).matchesEmpty;
  }
}
