import { headSpan } from '../../languages/yaml/decode';
import type { MappingNode, ScalarNode } from '../../languages/yaml/nodes';
import type { Span } from '../../text/span';
import type { Decoding } from './context';
import { readFields, type Fields } from './decode-fields';
import { readLabels } from './decode-labels';
import { isKnown, readDurationField, readText, type TextValue, type Value } from './decode-values';
import { exprModel } from './embedded';
import { emptyValue } from '../structure/empty-value';
import type { ExprModel, FieldEntry, RuleKind, RuleModel } from './model';
import { isUtf8, recordFault, renameFixes } from './names';
import { removeField } from '../structure/remove-field';

/** A rule from its mapping (rulefmt.go, Rule.Validate). */
export function decodeRuleFields(decoding: Decoding, mapping: MappingNode): RuleModel {
  const fields = readFields(decoding, mapping, 'rule');
  const alert = readText(decoding, fields.get('alert'));
  const record = readText(decoding, fields.get('record'));
  const kind = ruleKind(decoding, mapping, fields, alert, record);
  const named = kind === 'alert' ? alert : kind === 'record' ? record : undefined;
  const name = named && isKnown(named) ? { text: named.text, span: named.span } : undefined;
  const template = isKnown(alert) && alert.text !== '' ? `__alert_${alert.text}` : undefined;

  const expr = readExpr(decoding, mapping, fields);
  const labels = readLabels(decoding, fields.get('labels'), { of: 'label', template });
  const annotations = readLabels(decoding, fields.get('annotations'), { of: 'annotation', template });
  const rule: RuleModel = {
    kind,
    name,
    keySpan: kind === 'unknown' ? undefined : fields.get(kind)?.keySpan,
    span: withUnwritten(mapping.span, [expr, ...[...labels, ...annotations].map((entry) => entry.template)]),
    fields: fields.entries,
    expr,
    for: readDurationField(decoding, fields.get('for')),
    keepFiringFor: readDurationField(decoding, fields.get('keep_firing_for')),
    labels,
    annotations,
    node: mapping,
  };
  if (kind === 'record') {
    if (isKnown(record)) checkMetricName(decoding, record);
    checkAlertOnly(decoding, rule, fields);
  }
  return rule;
}

/** `span` with the places of values that aren't written yet, behind which a mapping's own span ends. */
function withUnwritten(span: Span, values: readonly ({ readonly node: ScalarNode } | undefined)[]): Span {
  let { to } = span;
  for (const value of values) {
    if (value?.node.value === '') to = Math.max(to, value.node.span.to);
  }
  return { from: span.from, to };
}

/** A field that is set: not absent and not empty. What is templated counts as set. */
function isSet(value: Value<TextValue>): boolean {
  return isKnown(value) ? value.text !== '' : value === 'unknown';
}

function ruleKind(
  decoding: Decoding,
  mapping: MappingNode,
  fields: Fields,
  alert: Value<TextValue>,
  record: Value<TextValue>,
): RuleKind {
  const alertKey = fields.get('alert')?.keySpan;
  const recordKey = fields.get('record')?.keySpan;
  if (isSet(alert) && isSet(record)) {
    if (isKnown(alert) && isKnown(record) && alertKey && recordKey) {
      const [first, second] = alertKey.from < recordKey.from ? [alertKey, recordKey] : [recordKey, alertKey];
      const message = 'a rule has either "alert" or "record", not both; write two rules';
      decoding.report('rules/two-kinds', second, message, {
        related: [{ span: first, message: 'the other one' }],
      });
    }
    return 'unknown';
  }
  if (isSet(alert)) return 'alert';
  if (isSet(record)) return 'record';
  if (!fields.mayHave('alert') && !fields.mayHave('record')) {
    const message =
      alertKey || recordKey
        ? `"${alertKey ? 'alert' : 'record'}" must not be empty`
        : 'a rule needs "alert" for an alerting rule or "record" for a recording rule';
    decoding.report('rules/missing-kind', alertKey ?? recordKey ?? headSpan(mapping), message);
  }
  return 'unknown';
}

function readExpr(decoding: Decoding, mapping: MappingNode, fields: Fields): ExprModel | undefined {
  const field = fields.get('expr');
  const value = readText(decoding, field);
  if (value === 'unknown') return undefined;
  if (isKnown(value) && value.text !== '') return exprModel(decoding, value);
  if (!fields.mayHave('expr')) {
    const message = field ? '"expr" must not be empty' : 'a rule needs an "expr" with a PromQL expression';
    const kind = fields.get('alert') ?? fields.get('record');
    decoding.report('rules/missing-expr', field?.keySpan ?? kind?.keySpan ?? headSpan(mapping), message);
  }
  return field && unwrittenExpr(decoding, field);
}

/** Something to complete in. */
function unwrittenExpr(decoding: Decoding, { keySpan, value }: FieldEntry): ExprModel | undefined {
  const empty = value.kind === 'scalar' ? emptyValue(decoding.context.text, keySpan, value) : undefined;
  return empty && exprModel(decoding, { node: empty.node, text: '', empty });
}

function checkMetricName(decoding: Decoding, { text, node, span }: TextValue): void {
  const fault = isUtf8(node, text)
    ? recordFault(text, decoding.nameValidation, decoding.isSince([3, 2]))
    : { message: 'the name of a metric must be valid UTF-8' };
  if (fault)
    decoding.report('rules/invalid-metric-name', span, fault.message, { fixes: renameFixes(fault, span) });
}

/** `for`, `keep_firing_for` and `annotations` of a recording rule must be zero or empty. */
function checkAlertOnly(decoding: Decoding, rule: RuleModel, fields: Fields): void {
  const check = (name: string, isUsed: boolean): void => {
    const field = fields.get(name);
    if (field && isUsed) reportAlertOnly(decoding, rule, field);
  };
  check('for', (rule.for?.milliseconds ?? 0) > 0);
  check('keep_firing_for', (rule.keepFiringFor?.milliseconds ?? 0) > 0);
  check('annotations', rule.annotations.length > 0);
}

function reportAlertOnly(decoding: Decoding, rule: RuleModel, { name, keySpan }: FieldEntry): void {
  const message = `"${name}" is for alerting rules; a recording rule has none`;
  const edit = removeField(decoding.context.text, rule.node, name);
  decoding.report('rules/alert-only-field', keySpan, message, {
    fixes: edit && [{ title: `Remove "${name}"`, edits: [edit], preferred: true }],
  });
}
