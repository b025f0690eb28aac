import { readdirSync, readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { duplicateGroups } from '../../server/src/formats/rules/duplicates';
import { readRules } from '../../server/src/formats/rules/slice';
import { decodeBytes } from '../../server/src/languages/yaml/bytes';
import { checkRules, type Verdict } from './promtool';
import { mutants } from './rule-mutations';

/**
 * The same verdict as `promtool check rules`, file by file. promtool is 3.5 and we are asked about the newest version:
 * where those differ, `versionDifference` says why.
 */
const settings = {
  dialect: { version: [3, 14], features: new Set<string>() },
  nameValidation: 'utf8',
  advise: () => [],
} as const;

/** How many mutants are made, and from which seed; more of them now and then find more. */
const COUNT = Number(process.env.ALERTWRIGHT_MUTANTS ?? 2500);
const SEED = Number(process.env.ALERTWRIGHT_SEED ?? 20_261_124);

const PART = 250;

const corpusFolder = new URL('../corpus/rules/', import.meta.url);
const corpus = readdirSync(corpusFolder)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => ({ name, text: readFileSync(new URL(name, corpusFolder), 'utf8') }));

/** Our errors, as lines for a failure's report; empty where we accept. */
function errorsIn(bytes: string | Uint8Array): string[] {
  const decoded = typeof bytes === 'string' ? { text: bytes } : decodeBytes(bytes);
  if ('fault' in decoded) return [decoded.fault];
  const { text } = decoded;
  const { model, findings } = readRules(text, settings);
  const names = model.groups.flatMap(({ name }) => name ?? []);
  return [...findings, ...duplicateGroups(names)]
    .filter(({ severity }) => severity === 'error')
    .map(
      ({ code, message, span }) => `${code} ${JSON.stringify(text.slice(span.from, span.to))}: ${message}`,
    );
}

/** Why 3.5 and the newest version judge differently, if they do. */
function versionDifference(text: string, verdict: Verdict, errors: readonly string[]): string | undefined {
  if (
    verdict.accepted &&
    errors.every((error) => error.startsWith('promql/')) &&
    /\[\s*\d+\s+\w/.test(text)
  ) {
    return '3.5 reads `up[5 m]` as `up[5:]`';
  }
  return undefined;
}

function difference(title: string, text: string | Uint8Array, verdict: Verdict): string | undefined {
  const errors = errorsIn(text);
  if ((errors.length === 0) === verdict.accepted) return undefined;
  if (typeof text === 'string' && versionDifference(text, verdict, errors)) return undefined;
  const theirs = verdict.accepted ? 'accepts' : `refuses: ${verdict.message}`;
  return `${title}: promtool ${theirs}; we ${errors.length === 0 ? 'accept' : `refuse: ${errors.join('\n')}`}\n${String(text)}`;
}

describe('promtool check rules', () => {
  it('accepts the corpus, and so do we', () => {
    const verdicts = checkRules(corpus.map(({ text }) => text));
    for (const [index, { name, text }] of corpus.entries()) {
      expect({ name, ...verdicts[index] }).toEqual({ name, accepted: true, message: '' });
      expect({ name, errors: errorsIn(text) }).toEqual({ name, errors: [] });
    }
  });

  // In parts, between which the test runner gets its turn.
  const made = mutants(
    corpus.map(({ text }) => text),
    COUNT,
    SEED,
  );
  const parts = Array.from({ length: Math.ceil(COUNT / PART) }, (_, index) => index * PART);
  let accepted = 0;

  it.each(parts)('has our verdict on mutants from %i on', async (from) => {
    await setImmediate();
    const part = made.slice(from, from + PART);
    const verdicts = checkRules(part.map(({ text }) => text));
    accepted += verdicts.filter((verdict) => verdict.accepted).length;
    const differences = part.flatMap(({ mutation, text }, index) => {
      const verdict = verdicts[index];
      return verdict ? (difference(mutation, text, verdict) ?? []) : [`${mutation}: no verdict`];
    });
    expect(differences).toEqual([]);
  });

  it('has mutants of both sorts', () => {
    expect(accepted / COUNT).toBeGreaterThan(0.2);
    expect(accepted / COUNT).toBeLessThan(0.6);
  });
});

const group = (rules: string): string => `groups:\n- name: a\n  rules:\n${rules}`;
const rule = (fields: string): string => group(`  - ${fields}\n`);
const alert = (fields: string): string => rule(`{alert: a, expr: up, ${fields}}`);
const template = (text: string): string => alert(`annotations: {a: ${JSON.stringify(text)}}`);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

/** What is easily got wrong, measured once on promtool 3.5 and asked again. */
const quirks: readonly (readonly [title: string, text: string | Uint8Array, accepted: boolean])[] = [
  ['an empty file', '', true],
  ['white space', ' \n\n', true],
  ['a comment', '# nothing', true],
  ['a null', 'null', true],
  ['null groups', 'groups:', true],
  ['a null group', 'groups: [null]', true],
  ['a null rule', group('  -\n'), true],
  ['an empty group', 'groups: [{}]', false],
  ['an empty rule', group('  - {}\n'), false],
  ['a list', '- groups', false],
  ['a broken second document', `${rule('{record: a, expr: up}')}---\n{[`, true],
  ['text behind the end', `${rule('{record: a, expr: up}')}...\n{[`, true],
  ['UTF-16', utf16(rule('{record: a, expr: up}')), true],
  ['a byte order mark', `\ufeff${rule('{record: a, expr: up}')}`, true],
  ['NEL as line break', rule('record: a\n    expr: up').replaceAll('\n', '\u0085'), true],
  ['U+2028 as line break', rule('record: a\n    expr: up').replaceAll('\n', '\u2028'), true],
  ['CR as line break', rule('record: a\n    expr: up').replaceAll('\n', '\r'), true],
  ['a tab behind a colon', rule('record:\ta\n    expr:\tup'), true],
  ['an escaped single quote', rule('{record: a, expr: "up{x=\\\'y\\\'}"}'), true],
  ['a string', rule('{record: a, expr: \'"x"\'}'), true],
  ['a range vector', rule("{record: a, expr: 'up[5m]'}"), true],
  ['a limit of -1', 'groups: [{name: a, limit: -1}]', true],
  ['a limit of 5.5', 'groups: [{name: a, limit: 5.5}]', true],
  ['a limit of 1e3', 'groups: [{name: a, limit: 1e3}]', true],
  ['a limit of 0x10', 'groups: [{name: a, limit: 0x10}]', true],
  ['a limit of -.inf', 'groups: [{name: a, limit: -.inf}]', true],
  ['a limit of .inf', 'groups: [{name: a, limit: .inf}]', false],
  ['a limit of .nan', 'groups: [{name: a, limit: .nan}]', false],
  ['a limit in quotes', 'groups: [{name: a, limit: "5"}]', false],
  ['a limit that is a date', 'groups: [{name: a, limit: 2024-01-01}]', false],
  ['a limit beyond 64 bits', 'groups: [{name: a, limit: 9223372036854775808}]', false],
  ['a record with a zero for', rule('{record: a, expr: up, for: 0s}'), true],
  ['a record with a for', rule('{record: a, expr: up, for: 1ms}'), false],
  ['a record with no annotations', rule('{record: a, expr: up, annotations: {}}'), true],
  ['a record with a null annotation', rule('{record: a, expr: up, annotations: {a: }}'), false],
  ['null label values', alert('labels: {a: , b: ~}'), true],
  ['templates of records', rule('{record: a, expr: up, labels: {a: "{{"}}'), true],
  ['templates of groups', 'groups: [{name: a, labels: {a: "{{"}}]', true],
  ['%YAML 1.1', '%YAML 1.1\n---\ngroups: []', true],
  ['%YAML 1.2', '%YAML 1.2\n---\ngroups: []', false],
  ['an escaped slash', rule('{record: "\\/", expr: up}'), false],
  ['a surrogate pair', rule('{record: "\\ud83d\\ude00", expr: up}'), false],
  ['for: 5', alert('for: 5'), false],
  ['for: 0', alert('for: 0'), true],
  ['for: 00', alert('for: 00'), false],
  ['for: ""', alert('for: ""'), false],
  ['for: ~', alert('for: ~'), true],
  ['for: 1d1w', alert('for: 1d1w'), false],
  ['for: 1w1d', alert('for: 1w1d'), true],
  ['for: 292y', alert('for: 292y'), true],
  ['for: 293y', alert('for: 293y'), false],
  ['the longest duration', alert('for: 9223372036854ms'), true],
  ['a longer duration', alert('for: 9223372036855ms'), false],
  ['two merge keys', alert('<<: {for: 5m}, <<: {for: 5m}'), false],
  ['a merge key', alert('<<: {for: 5m}'), true],
  ['a merge of something else', alert('<<: 5'), false],
  ['an unknown field by a merge', alert('<<: {x: 5m}'), false],
  ['an overridden merged duration', alert('for: 5m, <<: {for: x}'), true],
  ['a mapping that merges itself', rule('&x {<<: *x, record: a, expr: up}'), false],
  ['an empty label name', alert('labels: {"": a}'), false],
  ['a null label name', alert('labels: {~: a}'), true],
  ['the label __name__', alert('labels: {__name__: a}'), false],
  ['the annotation __name__', alert('annotations: {__name__: a}'), true],
  ['a null field name', alert('~: {a: 1, a: 2}'), true],
  ['a field name in quotes', rule('{"alert": a, \'expr\': up}'), true],
  ['a list as a field name', alert('[a]: b'), false],
  ['a field in upper case', alert('FOR: 5m'), false],
  ['the field "node"', alert('node: {}'), false],
  ['a repeated field', alert('expr: up'), false],
  ['a repeated field in quotes', alert('"expr": up'), false],
  ['DEL', rule('{record: "a\u007f", expr: up}'), false],
  ['C1', rule('{record: "a\u0090", expr: up}'), false],
  ['DEL by an escape', rule('{record: "a\\x7f", expr: up}'), true],
  ['bytes that are no UTF-8', new Uint8Array([0x61, 0x3a, 0x20, 0xff]), false],
  ['a binary label value', alert('labels: {a: !!binary aGk=}'), true],
  ['a binary label value that is no UTF-8', alert('labels: {a: !!binary /w==}'), false],
  ['a binary alert name that is no UTF-8', rule('{alert: !!binary /w==, expr: up}'), true],
  ['a binary record name that is no UTF-8', rule('{record: !!binary /w==, expr: up}'), false],
  ['binary that is none', rule('{alert: !!binary "%", expr: up}'), false],
  ['a wrong tag', rule('{alert: !!int a, expr: up}'), false],
  ['an unknown tag', rule('{alert: !x a, expr: up}'), true],
  ['braces in a record name', rule('{record: "a{}", expr: up}'), false],
  ['a space in a record name', rule('{record: a b, expr: up}'), true],
  ['an empty record beside an alert', rule('{record: "", alert: a, expr: up}'), true],
  ['both', rule('{record: a, alert: a, expr: up}'), false],
  ['two groups of a name', 'groups: [{name: a}, {name: a}]', false],
  ['two groups of a name by an alias', 'groups: [&x {name: a}, *x]', false],
  ['a group of the empty name', 'groups: [{name: ""}]', false],
  ['a key of 1,024 characters', alert(`labels: {${'x'.repeat(1024)}: y}`), true],
  ['a key of 1,025 characters', alert(`labels: {${'x'.repeat(1025)}: y}`), false],
  ['{{ humanize }}', template('{{ humanize }}'), true],
  ['{{ .Foo }}', template('{{ .Foo }}'), true],
  ['{{ "x" 1 }}', template('{{ "x" 1 }}'), true],
  ['{{ template "nope" }}', template('{{ template "nope" }}'), true],
  ['{{-$value}}', template('{{-$value}}'), false],
  ['{{ /* c */ }}', template('{{ /* c */ }}'), false],
  ['{{ true.x }}', template('{{ true.x }}'), false],
  ['{{ break }}', template('{{ break }}'), false],
  ['a template of the alert’s own name', template('{{ define "__alert_a" }}x{{ end }}'), false],
];

describe('quirks', () => {
  const verdicts = checkRules(quirks.map(([, text]) => text));

  it.each(quirks.map(([title, text, accepted], index) => [title, text, accepted, verdicts[index]] as const))(
    '%s',
    (title, text, accepted, verdict) => {
      expect(verdict).toMatchObject({ accepted });
      expect(difference(title, text, { accepted, message: '' })).toBeUndefined();
    },
  );
});
