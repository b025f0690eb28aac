import { asString, headSpan, isNull, resolveAlias } from '../../languages/yaml/decode';
import { entriesOf, type Entry } from '../../languages/yaml/entries';
import type { YamlNode } from '../../languages/yaml/nodes';
import { quoted } from '../../text/quoted';
import { describeNode } from '../structure/describe';
import { emptyValue } from '../structure/empty-value';
import type { Decoding } from './context';
import { isKnown, readMapping } from './decode-values';
import { templateModel } from './embedded';
import type { FieldEntry, FieldValue, NamedSpan } from './model';
import { isUtf8, labelFault, renameFixes } from './names';

export interface LabelOptions {
  readonly of: 'label' | 'annotation';
  /** The name that Prometheus gives the templates; absent where the values aren't templates. */
  readonly template?: string;
}

/**
 * `labels` or `annotations`: a map[string]string, whose names Prometheus checks, and whose values it parses as templates
 * if they belong to an alerting rule (rulefmt.go, Validate and testTemplateParsing).
 */
export function readLabels(
  decoding: Decoding,
  field: FieldEntry | undefined,
  options: LabelOptions,
): FieldValue[] {
  const mapping = readMapping(decoding, field);
  if (!isKnown(mapping)) return [];
  const entries = entriesOf(mapping, decoding.yaml, 'map[string]string', 'map') ?? [];
  return entries.map((entry) => readEntry(decoding, entry, options));
}

function readEntry(decoding: Decoding, { name, key, value }: Entry, options: LabelOptions): FieldValue {
  const label = { text: name, span: key.span };
  checkName(decoding, label, key, options.of);
  const node = resolveAlias(value);
  if (node?.kind !== 'scalar') {
    if (node) {
      const message = `the value of the ${options.of} ${quoted(name)} must be text, not ${describeNode(node)}`;
      decoding.report('rules/wrong-type', headSpan(node), message);
    }
    return { name: label, text: '' };
  }
  const text = asString(node, decoding.yaml);
  if (text === undefined) return { name: label, text: '' };
  if (options.of === 'label' && !isUtf8(node, text)) {
    decoding.report('rules/invalid-label-value', node.span, 'a label value must be valid UTF-8');
  }
  const empty = value.kind === 'scalar' ? emptyValue(decoding.context.text, key.span, value) : undefined;
  const source = { node: empty?.node ?? node, text, empty };
  const template =
    options.template === undefined ? undefined : templateModel(decoding, source, options.template);
  return { name: label, value: isNull(node) ? undefined : node, text, template };
}

function checkName(
  decoding: Decoding,
  { text, span }: NamedSpan,
  key: YamlNode,
  of: LabelOptions['of'],
): void {
  const a = of === 'label' ? 'a label' : 'an annotation';
  const fault = isUtf8(key, text)
    ? labelFault(text, of, decoding.nameValidation)
    : { message: `the name of ${a} must be valid UTF-8` };
  if (fault)
    decoding.report(`rules/invalid-${of}-name`, span, fault.message, { fixes: renameFixes(fault, span) });
}
