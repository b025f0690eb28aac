import type { CodeCall, CodeEntry, CodeObject, CodeString, CodeValue } from '../../../languages/code/tree';
import { calledName } from './callee';
import { TEXT_WRAPPERS } from './places';
import type { TaggedQueries } from './tagged';

export type RuleField = 'alert' | 'record' | 'expr' | 'for' | 'keep_firing_for' | 'labels' | 'annotations';

/** What languages and libraries call a rule's fields: as YAML does, in their own spelling, not as their keywords. */
const SPELLINGS: Readonly<Record<string, RuleField>> = {
  alert: 'alert',
  record: 'record',
  expr: 'expr',
  for: 'for',
  for_: 'for',
  keep_firing_for: 'keep_firing_for',
  keepFiringFor: 'keep_firing_for',
  labels: 'labels',
  annotations: 'annotations',
  Alert: 'alert',
  Record: 'record',
  Expr: 'expr',
  For: 'for',
  KeepFiringFor: 'keep_firing_for',
  Labels: 'labels',
  Annotations: 'annotations',
};

/** A rule as a program writes it: an object, or a call with keyword arguments. */
export interface WrittenRule {
  readonly fields: ReadonlyMap<RuleField, CodeEntry>;
  readonly expr: CodeString;
}

/**
 * The rule that an object or a call makes; undefined for what is none. It has `alert` or `record`, and `expr`, whose
 * values are text. Where the program computes its name, another field must show that it is a rule. An object with `record`
 * and with fields that rules don't have is one only if it records under a name with colons.
 */
export function writtenRule(source: CodeObject | CodeCall, tagged: TaggedQueries): WrittenRule | undefined {
  const entries = source.kind === 'object' ? source.entries : source.keywords;
  const fields = new Map<RuleField, CodeEntry>();
  let others = 0;
  for (const entry of entries) {
    const field = Object.hasOwn(SPELLINGS, entry.name) ? SPELLINGS[entry.name] : undefined;
    if (field === undefined) others++;
    else fields.set(field, entry);
  }
  const value = fields.get('expr')?.value;
  const expr = fieldText(value) ?? tagged.textOf(value);
  const alert = fields.get('alert')?.value;
  const record = fields.get('record')?.value;
  if (!expr || (!alert && !record)) return undefined;
  const name = fieldText(alert) ?? fieldText(record);
  if (!name) {
    const isComputed = [alert, record].some((given) => given && mayBeText(given));
    return isComputed && fields.size > 2 ? { fields, expr } : undefined;
  }
  const isCertain = alert !== undefined || others === 0 || /^\w*:[\w:]*$/.test(name.text);
  return isCertain ? { fields, expr } : undefined;
}

/** True for what may turn out to be text when the program runs. */
function mayBeText({ kind }: CodeValue): boolean {
  return kind === 'name' || kind === 'member' || kind === 'call' || kind === 'instance' || kind === 'unknown';
}

/** The text of a field, be it in the type that a library has for it. */
export function fieldText(value: CodeValue | undefined): CodeString | undefined {
  let text = value;
  for (let depth = 0; text?.kind === 'call' && depth < DEEPEST; depth++) {
    if (text.args.length !== 1 || !TEXT_WRAPPERS.has(calledName(text) ?? '')) return undefined;
    [text] = text.args;
  }
  return text?.kind === 'string' ? text : undefined;
}

/** Of wrappers in each other: `pulumi.String(to("up"))`. */
const DEEPEST = 4;
