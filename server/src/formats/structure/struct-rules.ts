import { headSpan } from '../../languages/yaml/decode';
import type { Fix } from '../../text/finding';
import type { Span } from '../../text/span';
import type { StructDecoding } from './context';
import { presence } from './presence';
import { removeField } from './remove-field';
import type {
  DecodedField,
  DecodedNode,
  DecodedStruct,
  FieldInfo,
  Report,
  RuleFault,
  StructRule,
} from './types';
import { isIn, isSince } from './versions';

/** Reports what a struct demands of its fields: required ones, and its rules. */
export function checkStruct(decoding: StructDecoding, struct: DecodedStruct): void {
  const { info } = struct;
  const { version } = decoding.context;
  for (const field of info.fields) {
    if (field.required && isIn(field, version)) checkRequired(decoding, struct, field);
  }
  for (const rule of info.rules ?? []) checkRule(decoding, struct, rule);
}

function checkRequired(decoding: StructDecoding, struct: DecodedStruct, { name }: FieldInfo): void {
  if (presence(struct, name) !== 'unset') return;
  const field = struct.fields.get(name);
  const message = field ? `"${name}" must not be empty` : `${struct.info.title} needs "${name}"`;
  decoding.structural('missing-field', field ? emptySpan(field) : headSpan(struct.node), message);
}

/** An empty value, or where there is nothing to see, its key. */
function emptySpan({ keySpan, node }: DecodedField): Span {
  return node.span.to > node.span.from ? headSpan(node) : keySpan;
}

function checkRule(decoding: StructDecoding, struct: DecodedStruct, rule: StructRule): void {
  const { version, features } = decoding.context;
  if (rule.kind === 'custom') {
    const add = (fault: RuleFault): void => {
      addFault(decoding, fault);
    };
    const report: Report = Object.assign(add, { version, features });
    rule.check(struct, report);
    return;
  }
  if (rule.since && !isSince(version, rule.since)) return;
  const names = rule.fields.filter((name) =>
    struct.info.fields.some((f) => f.name === name && isIn(f, version)),
  );
  if (rule.kind === 'exclusive') checkExclusive(decoding, struct, names);
  else if (rule.kind === 'one-of') checkOneOf(decoding, struct, names);
  else checkRequires(decoding, struct, rule.field, names);
}

function checkExclusive(decoding: StructDecoding, struct: DecodedStruct, names: readonly string[]): void {
  const [first, ...others] = names
    .flatMap((name) => (presence(struct, name) === 'set' ? (struct.fields.get(name) ?? []) : []))
    .sort((a, b) => a.keySpan.from - b.keySpan.from);
  if (!first) return;
  for (const { info, keySpan } of others) {
    const message = `"${info.name}" and "${first.info.name}" exclude each other; keep one of them`;
    decoding.structural('exclusive-fields', keySpan, message, {
      related: [{ span: first.keySpan, message: 'the other one' }],
      fixes: [info, first.info].flatMap(({ name }) => removal(decoding, struct, name)),
    });
  }
}

function removal({ context }: StructDecoding, { node }: DecodedStruct, name: string): Fix[] {
  const edit = removeField(context.text, node, name);
  return edit ? [{ title: `Remove ${name}`, edits: [edit] }] : [];
}

function checkOneOf(decoding: StructDecoding, struct: DecodedStruct, names: readonly string[]): void {
  if (names.length === 0 || names.some((name) => presence(struct, name) !== 'unset')) return;
  const listed = names.map((name) => `"${name}"`).join(' or ');
  const empty = names.map((name) => struct.fields.get(name)).find((field) => field !== undefined);
  const message = empty ? `"${empty.info.name}" must not be empty` : `${struct.info.title} needs ${listed}`;
  decoding.structural('missing-field', empty ? emptySpan(empty) : headSpan(struct.node), message);
}

function checkRequires(
  decoding: StructDecoding,
  struct: DecodedStruct,
  name: string,
  needed: readonly string[],
): void {
  const field = struct.fields.get(name);
  if (!field || presence(struct, name) !== 'set') return;
  const missing = needed.filter((other) => presence(struct, other) === 'unset');
  if (missing.length === 0) return;
  const listed = missing.map((other) => `"${other}"`).join(' and ');
  decoding.structural('missing-field', field.keySpan, `"${name}" needs ${listed} too`);
}

function addFault(decoding: StructDecoding, { at, severity = 'error', ...fault }: RuleFault): void {
  if (!decoding.isGuess) decoding.add({ ...fault, severity, span: faultSpan(at) });
}

function faultSpan(at: DecodedField | DecodedNode | Span): Span {
  if ('keySpan' in at) return at.keySpan;
  return 'node' in at ? headSpan(at.node) : at;
}
