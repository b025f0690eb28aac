import type { CodeEntry, CodeString, CodeValue } from '../../../languages/code/tree';
import type { Finding, Fix } from '../../../text/finding';
import { quoted } from '../../../text/quoted';
import type { Span } from '../../../text/span';
import type { HostSettings } from '../../hosts/host';
import type { RuleCodeName } from '../../rules/codes';
import { readDuration } from '../../rules/duration';
import { labelFault, recordFault, type NameFault } from '../../rules/names';
import { knownString } from '../values';
import { fieldText, type RuleField, type WrittenRule } from './rule-fields';

/**
 * What Prometheus would refuse of a rule once the program has written it to a file (rulefmt.go, Rule.Validate), beside
 * its texts. What is not known is never wrong.
 */
export function checkRule({ fields }: WrittenRule, { dialect, nameValidation }: HostSettings): Finding[] {
  const findings: Finding[] = [];
  const report = (code: RuleCodeName, span: Span, message: string, more?: Partial<Finding>): void => {
    findings.push({ code, severity: 'error', message, span, ...more });
  };
  const alert = fields.get('alert');
  const record = fields.get('record');
  if (alert && record && isSet(alert) && isSet(record)) {
    const [first, second] = alert.nameSpan.from < record.nameSpan.from ? [alert, record] : [record, alert];
    report(
      'rules/two-kinds',
      second.nameSpan,
      'a rule has either "alert" or "record", not both; write two rules',
      {
        related: [{ span: first.nameSpan, message: 'the other one' }],
      },
    );
  }
  const only = alert && record ? undefined : (alert ?? record);
  if (only && knownText(only)?.text === '') {
    report('rules/missing-kind', only.nameSpan, `"${only === alert ? 'alert' : 'record'}" must not be empty`);
  }
  const name = record && knownText(record);
  if (name && name.text !== '') {
    const [major, minor] = dialect.version;
    const fault = recordFault(name.text, nameValidation, major > 3 || (major === 3 && minor >= 2));
    if (fault) report('rules/invalid-metric-name', spanOf(record), fault.message, rename(fault, name));
  }
  for (const field of ['for', 'keep_firing_for'] as const) {
    const entry = fields.get(field);
    if (!entry) continue;
    const milliseconds = readTime(entry, report);
    if (record && !alert && milliseconds > 0) reportAlertOnly(field, entry, report);
  }
  for (const field of ['labels', 'annotations'] as const) {
    const entry = fields.get(field);
    if (!entry) continue;
    checkTexts(field, entry, nameValidation, report);
    const { value } = entry;
    if (field === 'annotations' && record && !alert && value.kind === 'object' && value.entries.length > 0) {
      reportAlertOnly(field, entry, report);
    }
  }
  return findings;
}

type Report = (code: RuleCodeName, span: Span, message: string, more?: Partial<Finding>) => void;

/** A text of which every part is known. */
function knownText({ value }: CodeEntry): CodeString | undefined {
  return knownString(fieldText(value));
}

function isSet(entry: CodeEntry): boolean {
  const text = fieldText(entry.value);
  return text !== undefined && (text.text !== '' || text.holes.length > 0);
}

/** Where an entry's value is, or the entry where that stands in another file. */
function spanOf({ value, nameSpan }: CodeEntry): Span {
  return value.from === undefined ? value.span : nameSpan;
}

/** Reads a duration, and reports what is none. Milliseconds; 0 where they are not known. */
function readTime(entry: CodeEntry, report: Report): number {
  if (entry.value.kind === 'number' && entry.value.value !== 0) {
    const seconds = `"${entry.value.value}s"`;
    report(
      'rules/invalid-duration',
      spanOf(entry),
      `a duration is text with a unit; write for instance ${seconds}`,
    );
  }
  const string = knownText(entry);
  if (!string) return 0;
  const reading = readDuration(string.text);
  if ('milliseconds' in reading) return reading.milliseconds;
  const { fault, suggestion } = reading;
  const fixes = suggestion === undefined ? [] : rewrite(`Write ${suggestion}`, string, suggestion, true);
  report('rules/invalid-duration', spanOf(entry), fault, { fixes });
  return 0;
}

function reportAlertOnly(field: RuleField, { nameSpan }: CodeEntry, report: Report): void {
  const message = `"${field}" is for alerting rules; a recording rule has none`;
  report('rules/alert-only-field', nameSpan, message);
}

function checkTexts(
  field: 'labels' | 'annotations',
  entry: CodeEntry,
  nameValidation: HostSettings['nameValidation'],
  report: Report,
): void {
  const { value } = entry;
  if (value.kind !== 'object') {
    const what = KINDS[value.kind];
    if (what)
      report('rules/wrong-type', spanOf(entry), `"${field}" takes a mapping of names to text, not ${what}`);
    return;
  }
  if (value.from !== undefined) return;
  const of = field === 'labels' ? 'label' : 'annotation';
  for (const { name, nameSpan, value: text } of value.entries) {
    const fault = labelFault(name, of, nameValidation);
    if (fault) report(`rules/invalid-${of}-name`, nameSpan, fault.message);
    if (text.kind === 'list' || text.kind === 'object') {
      const message = `the value of the ${of} ${quoted(name)} must be text, not ${KINDS[text.kind]}`;
      report('rules/wrong-type', text.from === undefined ? text.span : nameSpan, message);
    }
  }
}

const KINDS: Partial<Record<CodeValue['kind'], string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'a boolean',
  list: 'a list',
  object: 'a mapping',
};

function rename({ suggestion }: NameFault, name: CodeString): Partial<Finding> {
  return suggestion === undefined ? {} : { fixes: rewrite(`Rename to ${suggestion}`, name, suggestion) };
}

/** A fix that writes all of a string anew, if that stands in one place. */
function rewrite(title: string, string: CodeString, newText: string, preferred = false): Fix[] {
  const region = string.from === undefined ? string.region('promql') : undefined;
  const edits = region?.encode([{ span: { from: 0, to: string.text.length }, newText }]);
  return Array.isArray(edits) ? [{ title, edits, ...(preferred && { preferred }) }] : [];
}
