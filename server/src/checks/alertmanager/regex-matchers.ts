import type { MatcherModel } from '../../formats/alertmanager/model';
import { listIn } from '../../formats/alertmanager/values';
import type { DecodedStruct } from '../../formats/structure/types';
import { plainAlternatives } from '../../languages/matchers/regex';
import type { ScalarNode } from '../../languages/yaml/nodes';
import { scalarRegion } from '../../languages/yaml/scalar-source';
import type { Fix } from '../../text/finding';
import { hostSpan } from '../../text/region';
import type { Span } from '../../text/span';
import type { AlertmanagerCheck } from './check';
import { matcherLists } from './walk';

/** A regular expression that is a plain text. */
export const plainRegex: AlertmanagerCheck = {
  code: 'alertmanager/plain-regex',
  severity: 'hint',
  title: 'Regular expression that is plain text',
  explanation:
    'Alertmanager matches regular expressions against the whole value, so `severity=~"critical"` says the same as ' +
    '`severity="critical"`, which is easier to read and faster.',
  scope: 'part',
  *run(model, { text }) {
    for (const { of, matchers } of matcherLists(model)) {
      for (const one of matchers) {
        const { operator, value } = one.matcher;
        if (!isRegex(one) || value === '' || plainAlternatives(value)?.size !== 1) continue;
        const plain = operator === '=~' ? '=' : '!=';
        const message = `a regular expression matches the whole value, so \`${plain}\` says the same here`;
        yield { ...placed(one, of, text, plain), message };
      }
    }
  },
};

/** A regular expression that every value matches. */
export const matchesEverything: AlertmanagerCheck = {
  code: 'alertmanager/matches-everything',
  severity: 'warning',
  title: 'Matcher that every alert fulfils, or none',
  explanation:
    '`=~".*"` is fulfilled by every alert, even by one without the label, and `!~".*"` by none. To ask that the label is ' +
    'there, write `!=""` or `=~".+"`.',
  scope: 'part',
  *run(model, { text }) {
    for (const { of, matchers } of matcherLists(model)) {
      for (const one of matchers) {
        const { operator, value } = one.matcher;
        if (value !== '.*' || (operator !== '=~' && operator !== '!~')) continue;
        const message =
          operator === '=~'
            ? 'every alert fulfils this, even one without the label; to ask that the label is there, write `!=""`'
            : 'no alert fulfils this';
        const { span } = placed(one, of, text);
        yield { span, message };
      }
    }
  },
};

function isRegex({ matcher: { operator, operatorSpan } }: MatcherModel): boolean {
  return (operator === '=~' || operator === '!~') && operatorSpan.to > operatorSpan.from;
}

/** Where a matcher stands in the file, and how its operator is replaced there. */
function placed(
  { matcher, span }: MatcherModel,
  struct: DecodedStruct,
  text: string,
  operator?: string,
): { readonly span: Span; readonly fixes?: readonly Fix[] } {
  const node = scalarAt(struct, span);
  if (!node) return { span };
  const region = scalarRegion(text, node);
  const whole = hostSpan(region.map, matcher.span);
  if (operator === undefined) return { span: whole };
  const edits = region.encode([{ span: matcher.operatorSpan, newText: operator }]);
  return {
    span: whole,
    fixes: Array.isArray(edits) ? [{ title: `Write \`${operator}\``, edits, preferred: true }] : [],
  };
}

/** The item of a list of matchers that has this span. */
function scalarAt(struct: DecodedStruct, { from, to }: Span): ScalarNode | undefined {
  const items = ['matchers', 'source_matchers', 'target_matchers'].flatMap(
    (name) => listIn(struct, name)?.items ?? [],
  );
  for (const item of items) {
    if (typeof item !== 'object' || item.kind !== 'scalar') continue;
    if (item.node.span.from === from && item.node.span.to === to) return item.node;
  }
  return undefined;
}
