import type { HostReading } from '../formats/hosts/host';
import type { LabelWrite, MetricDefinition } from '../formats/metrics/definition';
import { PieceMap } from '../text/piece-map';
import type { Span } from '../text/span';

/**
 * For tests: reads a toy language, of one statement a line:
 * - `counter requests_total{method, status} Help.`, also `histogram` and the like; `default counter x` by a library
 * - `const NAME = requests_total` and `counter $NAME{}`: the name comes from the constant
 * - `write requests_total {method: GET, status}`, with `...` for what isn't known
 * - `` query `up` ``, `` doc `up` `` for an illustration, `` panel Name `up` ``; `$NAME` in them is the constant's value
 * - `` alert Down `up == 0` `{{ $labels.job }}` `` and `` record a:b `up` ``
 * - `expect Down {job}`: an alert and its labels in a test; `legend {job}`: labels of the text before
 */
export function readToy(text: string): HostReading {
  const reading = {
    texts: [] as HostReading['texts'][number][],
    rules: [] as HostReading['rules'][number][],
    metrics: [] as MetricDefinition[],
    writes: [] as LabelWrite[],
    names: [] as NonNullable<HostReading['names']>[number][],
    findings: [],
    wanted: [],
  };
  const constants = new Map<string, { readonly text: string; readonly span: Span }>();
  for (const line of text.matchAll(/^.*$/gm)) {
    const word = (pattern: RegExp): { readonly text: string; readonly span: Span } | undefined => {
      const match = pattern.exec(line[0]);
      const found = match?.[1];
      if (!match || found === undefined) return undefined;
      const from = line.index + match.index + match[0].indexOf(found);
      return { text: found, span: { from, to: from + found.length } };
    };
    const list = (): { readonly text: string; readonly span: Span }[] => {
      const braces = word(/\{(.*)\}/);
      return Array.from(braces?.text.matchAll(/[\w.]+(?:: *\w+)?/g) ?? [], (match) => {
        const from = (braces?.span.from ?? 0) + match.index;
        return { text: match[0], span: { from, to: from + match[0].length } };
      });
    };
    const span = { from: line.index, to: line.index + line[0].length };
    const [, keyword = ''] = /^(\w+)/.exec(line[0]) ?? [];
    const named = word(/^\w+ ([\w:]+)/);
    const texts = [...line[0].matchAll(/`([^`]*)`/g)].map(({ 1: inside = '', index }) => ({
      text: inside,
      from: line.index + index + 1,
    }));
    const addText = (index: number, by: HostReading['texts'][number]['by'], isDoc = false): void => {
      const found = texts[index];
      if (!found) return;
      const region = toyRegion(found.text, found.from, constants);
      const extent = { from: found.from, to: found.from + found.text.length };
      reading.texts.push({ region, extent, by, severity: isDoc ? 'warning' : 'error' });
    };
    switch (keyword) {
      case 'const': {
        const value = word(/= ?([\w:]+)/);
        if (named && value) constants.set(named.text, value);
        break;
      }
      case 'default':
      case 'counter':
      case 'gauge':
      case 'histogram':
      case 'summary': {
        const constant = constants.get(word(/^\w+ \$(\w+)/)?.text ?? '');
        const own = keyword === 'default' ? word(/^default \w+ ([\w:]+)/) : named;
        const name = constant ?? own;
        if (!name) break;
        const [, type = keyword] = /^default (\w+)/.exec(line[0]) ?? [];
        reading.metrics.push({
          name: name.text,
          type: type as MetricDefinition['type'],
          help: word(/\} (.*)$/)?.text,
          labels: list().map((label) => ({ name: label.text, span: label.span })),
          library: 'toy',
          nameSpan: name.span,
          span,
          written: { span: name.span, prefix: '', suffix: '' },
          implied: keyword === 'default' || undefined,
        });
        break;
      }
      case 'write':
        reading.writes.push({
          metric: named?.text,
          open: line[0].includes('...'),
          labels: list()
            .filter((entry) => /^\w/.test(entry.text))
            .map((entry) => {
              const [name = '', value] = entry.text.split(/: */);
              const { from } = entry.span;
              const valueSpan =
                value === undefined ? entry.span : { from: entry.span.to - value.length, to: entry.span.to };
              return { name, nameSpan: { from, to: from + name.length }, value, valueSpan };
            }),
          span,
        });
        break;
      case 'query':
        addText(0, { kind: 'query' });
        break;
      case 'doc':
        addText(0, { kind: 'document' }, true);
        break;
      case 'panel':
        addText(0, { kind: 'panel', name: named?.text });
        break;
      case 'alert':
      case 'record':
        if (!named) break;
        reading.rules.push({
          kind: keyword,
          name: named,
          labels: [],
          annotations: [],
          expr: reading.texts.length,
        });
        addText(0, { kind: keyword, name: named.text });
        if (texts[1]) {
          const { text: template, from } = texts[1];
          const map = new PieceMap([{ fragment: 0, host: from, length: template.length }]);
          reading.texts.push({
            region: { language: 'gotemplate', text: template, map, encode: (edits) => map.encode(edits) },
            extent: { from, to: from + template.length },
            by: { kind: keyword, name: named.text },
            severity: 'error',
          });
        }
        break;
      case 'legend':
        for (const { text: name, span: at } of list()) {
          const of = reading.texts.length - 1;
          reading.names.push({ kind: 'label', name, span: at, of, by: { kind: 'panel' } });
        }
        break;
      case 'expect':
        if (!named) break;
        reading.names.push({ kind: 'alert', name: named.text, span: named.span, by: { kind: 'test' } });
        for (const label of list()) {
          reading.names.push({
            kind: 'label',
            name: label.text,
            span: label.span,
            alert: named.text,
            by: { kind: 'test' },
          });
        }
        break;
    }
  }
  return reading;
}

/** PromQL whose `$NAME`s are the constants' values. */
function toyRegion(
  written: string,
  from: number,
  constants: ReadonlyMap<string, { readonly text: string }>,
): HostReading['texts'][number]['region'] {
  let text = '';
  let done = 0;
  const pieces: { fragment: number; host: number; length: number }[] = [];
  const copy = (to: number): void => {
    pieces.push({ fragment: text.length, host: from + done, length: to - done });
    text += written.slice(done, to);
  };
  for (const match of written.matchAll(/\$(\w+)/g)) {
    const value = constants.get(match[1] ?? '');
    if (!value) continue;
    copy(match.index);
    text += value.text;
    done = match.index + match[0].length;
  }
  copy(written.length);
  const map = new PieceMap(pieces);
  return { language: 'promql', text, map, encode: (edits) => map.encode(edits) };
}
