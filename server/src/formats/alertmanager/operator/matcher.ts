import { regexFault } from '../../../languages/matchers/regex';
import type { TextEdit } from '../../../text/finding';
import { quoted } from '../../../text/quoted';
import { closest } from '../../../text/similar';
import type {
  DecodedField,
  DecodedStruct,
  FieldInfo,
  Report,
  StringCheck,
  StructInfo,
} from '../../structure/types';
import type { AlertmanagerCode } from '../codes';
import { known } from '../values';
import { operatorDocs } from './derive';
import type { OperatorApi } from './api';

const REGEX: AlertmanagerCode = 'alertmanager/invalid-regex';
const VALUE: AlertmanagerCode = 'alertmanager/invalid-value';

const MATCH_TYPES = [
  { value: '=', summary: 'The label has this value.' },
  { value: '!=', summary: 'The label has another value, or is absent.' },
  { value: '=~', summary: 'The whole value of the label matches the regular expression (RE2).' },
  { value: '!~', summary: 'The whole value of the label doesn’t match the regular expression (RE2).' },
];
const NAMES = MATCH_TYPES.map(({ value }) => value);

const matchType: StringCheck = {
  title: 'one of =, !=, =~ and !~, in quotes',
  fault: (text) => {
    if (text === '' || NAMES.includes(text)) return undefined;
    const meant = text === '==' ? '=' : closest(text, NAMES, 1);
    const message = `${quoted(text)} is no match type; the operator takes =, !=, =~ and !~`;
    return { code: VALUE, message, suggestion: text.includes('~') ? '=~' : meant };
  },
};

const regex: FieldInfo = {
  name: 'regex',
  type: { kind: 'bool' },
  summary: 'Whether the value is a regular expression.',
  details: 'Without effect where `matchType` is set.',
  default: '`false`',
  deprecated: { since: [0, 22], note: 'use "matchType"', use: 'matchType', convert: toMatchType },
};

function toMatchType({ keySpan, node, value }: DecodedField, matcher: DecodedStruct): TextEdit[] | undefined {
  if (matcher.fields.has('matchType') || typeof value !== 'object' || value.kind !== 'scalar')
    return undefined;
  const newText = value.parsed === true ? '"=~"' : '"="';
  return [
    { span: keySpan, newText: 'matchType' },
    { span: node.span, newText },
  ];
}

/** Matcher: what the operator's objects have in place of `name="value"`. */
function matcherOf(fields: readonly FieldInfo[]): StructInfo {
  return {
    id: 'matcher',
    title: 'a matcher',
    link: operatorDocs('Matcher'),
    fields: [
      {
        name: 'name',
        type: { kind: 'string', refers: 'label' },
        required: true,
        summary: 'The label.',
        example: 'name: severity',
      },
      {
        name: 'value',
        type: { kind: 'string', refers: 'label-value' },
        summary: 'The value of the label, or the regular expression.',
        default: 'empty, which a label has that isn’t there',
      },
      {
        name: 'matchType',
        type: { kind: 'string', check: matchType, values: MATCH_TYPES, closed: true },
        summary: 'How label and value are compared.',
        default: '`=`',
        example: 'matchType: "=~"',
        snippet: 'matchType: "${1|=,!=,=~,!~|}"',
      },
      ...fields,
    ],
    rules: [
      { kind: 'custom', check: checkRegex },
      { kind: 'custom', check: checkTag },
    ],
    snippet: 'name: ${1:severity}\nvalue: ${2:critical}\nmatchType: "${3|=,!=,=~,!~|}"',
  };
}

/** The matcher of each version of the API. */
export const matchers: Readonly<Record<OperatorApi, StructInfo>> = {
  v1alpha1: matcherOf([regex]),
  v1beta1: matcherOf([]),
};

/** How a matcher compares; undefined where it can't be known. */
export function operatorOf(matcher: DecodedStruct): (typeof NAMES)[number] | undefined {
  const isUnknown = (name: string): boolean => {
    const field = matcher.fields.get(name);
    return field ? field.value === 'unknown' : matcher.isOpen || matcher.suspects.has(name);
  };
  if (isUnknown('matchType')) return undefined;
  const type = known(matcher, 'matchType');
  if (type?.kind === 'scalar' && type.text !== '') return type.text;
  if (isUnknown('regex')) return undefined;
  const isRegex = known(matcher, 'regex');
  return isRegex?.kind === 'scalar' && isRegex.parsed === true ? '=~' : '=';
}

/** Alertmanager compiles the expression when it loads what the operator made of the object. */
function checkRegex(matcher: DecodedStruct, report: Report): void {
  const value = known(matcher, 'value');
  if (value?.kind !== 'scalar' || operatorOf(matcher)?.endsWith('~') !== true) return;
  const reason = regexFault(value.text);
  if (reason === undefined) return;
  const words = reason.replace(/^error parsing regexp: /, '');
  report({
    code: REGEX,
    message: `this is no regular expression that Alertmanager (RE2) takes: ${words}`,
    at: value,
  });
}

/** `!=` and `!~` without quotes are tags of YAML, and the value is nothing. */
function checkTag({ fields }: DecodedStruct, report: Report): void {
  const field = fields.get('matchType');
  if (field?.node.kind !== 'scalar' || field.node.value !== '') return;
  const { tag } = field.node;
  if (tag !== '!=' && tag !== '!~') return;
  const message = `without quotes YAML takes ${tag} for a tag, and the match type is empty; write "${tag}"`;
  report({ code: VALUE, message, at: field });
}
