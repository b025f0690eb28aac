import { touches, type Span } from '../../text/span';
import type { ScalarNode, YamlNode } from '../../languages/yaml/nodes';
import type {
  ExprModel,
  FieldEntry,
  FieldValue,
  GroupModel,
  RuleFileModel,
  RuleModel,
  TemplateModel,
} from './model';
import type { Level } from './field-info';

/** The group and rule around a place. */
interface Around {
  readonly group?: GroupModel;
  readonly rule?: RuleModel;
}

/** What stands at an offset of a rule file. */
export type Place = Around &
  (
    | { readonly kind: 'key'; readonly level: Level; readonly field: FieldEntry }
    | { readonly kind: 'expr'; readonly expr: ExprModel }
    | {
        readonly kind: 'template';
        readonly of: 'label' | 'annotation';
        readonly entry: FieldValue;
        readonly template: TemplateModel;
      }
    /** The name of a label or annotation. */
    | { readonly kind: 'entry-name'; readonly of: 'label' | 'annotation'; readonly entry: FieldValue }
    /** The value of a label that is no template. */
    | { readonly kind: 'entry-value'; readonly of: 'label' | 'annotation'; readonly entry: FieldValue }
    /** The value of any other field. */
    | { readonly kind: 'value'; readonly level: Level; readonly field: FieldEntry; readonly node: ScalarNode }
  );

/** What stands at `offset`, or undefined between things. Takes a cursor behind a word's last character as on the word. */
export function locate(model: RuleFileModel, offset: number): Place | undefined {
  const group = model.groups.find(({ span }) => touches(span, offset));
  const rule = group?.rules.find(({ span }) => touches(span, offset));
  if (group && rule) {
    const place = entryAt(rule.labels, 'label', offset) ?? entryAt(rule.annotations, 'annotation', offset);
    if (place) return { ...place, group, rule };
    if (rule.expr && touches(rule.expr.node.span, offset))
      return { kind: 'expr', expr: rule.expr, group, rule };
    const field = fieldAt(rule.fields, 'rule', offset);
    return field && { ...field, group, rule };
  }
  if (group) {
    const place = entryAt(group.labels, 'label', offset) ?? fieldAt(group.fields, 'group', offset);
    return place && { ...place, group };
  }
  return fieldAt(model.fields, 'file', offset);
}

function entryAt(
  entries: readonly FieldValue[],
  of: 'label' | 'annotation',
  offset: number,
): Place | undefined {
  for (const entry of entries) {
    const { name, value, template } = entry;
    if (touches(name.span, offset)) return { kind: 'entry-name', of, entry };
    if (template && touches(template.node.span, offset)) return { kind: 'template', of, entry, template };
    if (value && touches(value.span, offset)) return { kind: 'entry-value', of, entry };
  }
  return undefined;
}

function fieldAt(fields: readonly FieldEntry[], level: Level, offset: number): Place | undefined {
  for (const field of fields) {
    if (touches(field.keySpan, offset)) return { kind: 'key', level, field };
    const node = scalarAt(field.value, offset);
    if (node) return { kind: 'value', level, field, node };
  }
  return undefined;
}

function scalarAt(node: YamlNode, offset: number): ScalarNode | undefined {
  return node.kind === 'scalar' && touches(node.span, offset) ? node : undefined;
}

/** The span that names a place, for hovers and highlights. */
export function placeSpan(place: Place): Span {
  switch (place.kind) {
    case 'key':
      return place.field.keySpan;
    case 'expr':
      return place.expr.node.span;
    case 'entry-name':
      return place.entry.name.span;
    case 'template':
      return place.template.node.span;
    case 'entry-value':
      return place.entry.value?.span ?? place.entry.name.span;
    case 'value':
      return place.node.span;
  }
}
