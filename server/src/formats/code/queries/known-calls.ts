import { importedPath } from '../../../languages/code/names';
import type { CodeCall, CodeFile, CodeValue } from '../../../languages/code/tree';
import type { Finding } from '../../../text/finding';
import { looksLikeLogql } from '../../dashboard/other-languages';
import { readDuration } from '../../rules/duration';
import { entryOf, knownString, textOf, valueAt } from '../values';
import { isCallOf, isCallOfSetting, isExport } from './callee';
import { QUERY_PLACES, QUERY_TYPES, type ArgumentPlace, type QueryPlace } from './places';
import type { QueryCall } from './settings';
import type { HostedTextList } from './texts';

/**
 * Adds the queries that are arguments of calls which the tables, or the settings, name, and of objects whose type does.
 * Gives what is wrong with what goes with them.
 */
export function addKnownCalls(
  { calls, objects }: CodeFile,
  ofSettings: readonly QueryCall[],
  texts: HostedTextList,
): Finding[] {
  const findings: Finding[] = [];
  for (const call of calls) {
    for (const place of QUERY_PLACES) {
      if (isCallOf(call, place)) findings.push(...addOfPlace(call, place, texts));
    }
    for (const setting of ofSettings) {
      if (!isCallOfSetting(call, setting)) continue;
      for (const value of argumentsNamed(call, setting)) texts.addValue(value, { by: { kind: 'query' } });
    }
  }
  for (const object of objects) {
    const path = object.type && importedPath(object.type);
    if (!path || isOther(valueAt(object, 'datasource'))) continue;
    for (const { module, type, property, by } of QUERY_TYPES) {
      if (isExport(path, module, type)) texts.addValue(valueAt(object, property), { by: { kind: by } });
    }
  }
  return findings;
}

function addOfPlace(
  call: CodeCall,
  { at, takes, by, illustrates }: QueryPlace,
  texts: HostedTextList,
): Finding[] {
  const values = argumentsAt(call, at);
  if (takes === 'step') return values.flatMap(checkStep);
  if (call.keywords.some(({ name, value }) => name === 'datasource' && isOther(value))) return [];
  for (const value of takes === 'selectors' ? values.flatMap(itemsOf) : values) {
    // A panel may have another data source than its query tells.
    if (by === 'panel' && value.kind === 'string' && looksLikeLogql(value.text)) continue;
    texts.addValue(value, { by: { kind: by }, illustrates });
  }
  return [];
}

function argumentsNamed({ args, keywords }: CodeCall, { argument }: QueryCall): (CodeValue | undefined)[] {
  if (typeof argument === 'number') return [args[argument]];
  const named = keywords.flatMap(({ name, value }) => (name === argument ? [value] : []));
  return [...named, ...args.map((value) => valueAt(value, argument))];
}

/** The values at a place of a call's arguments. */
function argumentsAt(
  { args, keywords }: CodeCall,
  { index, keyword, path = [] }: ArgumentPlace,
): CodeValue[] {
  const named = keyword === undefined ? undefined : keywords.findLast(({ name }) => name === keyword)?.value;
  const argument = named ?? (index === undefined ? undefined : args[index]);
  return argument ? inside(argument, path) : [];
}

function inside(value: CodeValue, [step, ...path]: readonly string[]): CodeValue[] {
  if (step === undefined) return [value];
  if (value.kind === 'list') {
    return value.items.flatMap((item, i) => (step === '*' || step === String(i) ? inside(item, path) : []));
  }
  if (value.kind !== 'object' || isOther(valueAt(value, 'datasource'))) return [];
  const inner = entryOf(value, step)?.value;
  return inner ? inside(inner, path) : [];
}

function itemsOf(value: CodeValue): readonly CodeValue[] {
  return value.kind === 'list' ? value.items : [value];
}

/** True for what names a data source of Grafana that is no Prometheus. */
function isOther(source: CodeValue | undefined): boolean {
  const type = textOf(valueAt(source, 'type'));
  if (type !== undefined) return !/prometheus|^\$/.test(type);
  const names = [source, valueAt(source, 'uid'), valueAt(source, 'name')];
  return names.some((name) => /loki|logs/i.test(textOf(name) ?? ''));
}

/** A step that the API refuses: it is a duration, or a number of seconds (web/api/v1/api.go, parseDuration). */
function checkStep(value: CodeValue): Finding[] {
  const string = knownString(value);
  if (!string || string.from !== undefined || /^\s*$/.test(string.text) || Number(string.text) > 0) return [];
  const reading = readDuration(string.text);
  if ('milliseconds' in reading) return [];
  return [{ code: 'rules/invalid-duration', severity: 'error', message: reading.fault, span: string.span }];
}
