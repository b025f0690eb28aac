import {
  jsonAt,
  jsonItems,
  jsonText,
  jsonValues,
  type JsonNode,
  type JsonString,
} from '../../languages/json/nodes';
import { readJson } from '../../languages/json/read';
import { jsonStringRegion } from '../../languages/json/strings';
import { hostSpan, type Region } from '../../text/region';
import type { Span } from '../../text/span';
import type { UsedBy } from '../rules/facts';
import { NOTHING_HOSTED, type HostedName, type HostedText, type HostReading } from '../hosts/host';
import { holedRegion, partOfRegion, plainRegion } from '../hosts/regions';
import { DataSources, type SourceKind } from './data-sources';
import { looksLikeLogql, looksLikeMetricsql } from './other-languages';
import { variableQuery, type VariableQuery } from './variable-query';
import { variablesIn } from '../hosts/grafana-variables';

/**
 * The PromQL of a Grafana dashboard: of its panels (in rows, too), annotations and variables, in the classic schema and
 * in the new one, with Grafana's variables as holes. Queries of other data sources are left out.
 */
export function readDashboard(text: string): HostReading {
  const root = readJson(text);
  if (!root) return NOTHING_HOSTED;
  const reader = new DashboardReader(text);
  // The API puts a dashboard into `dashboard`, Kubernetes objects into `spec`.
  for (const body of [root, jsonAt(root, 'dashboard'), jsonAt(root, 'spec')]) if (body) reader.read(body);
  return { ...NOTHING_HOSTED, ...reader.found() };
}

const SEVERITIES: Readonly<Record<SourceKind, HostedText['severity']>> = {
  prometheus: 'error',
  unknown: 'warning',
  other: 'none',
};

class DashboardReader {
  readonly #texts: HostedText[] = [];
  readonly #names: (Omit<HostedName, 'of'> & { readonly of: HostedText })[] = [];
  #sources = new DataSources(undefined);

  constructor(private readonly text: string) {}

  /** What was found, in document order. */
  found(): Pick<HostReading, 'texts' | 'names'> {
    // Where one query is MetricsQL, Prometheus' rules hold for none of them.
    const isMetricsql = this.#texts.some(({ region }) => looksLikeMetricsql(region.text));
    const ordered = this.#texts.sort((a, b) => a.extent.from - b.extent.from);
    const indexOf = new Map(ordered.map((hosted, index) => [hosted, index]));
    return {
      texts: isMetricsql ? ordered.map((hosted) => ({ ...hosted, severity: 'none' })) : ordered,
      names: this.#names
        .sort((a, b) => a.span.from - b.span.from)
        .map((name) => ({ ...name, of: indexOf.get(name.of) })),
    };
  }

  read(body: JsonNode): void {
    this.#sources = new DataSources(body);
    for (const panel of panelsOf(body)) this.#panel(panel);
    for (const annotation of jsonItems(body, 'annotations', 'list')) this.#annotation(annotation);
    for (const variable of jsonItems(body, 'templating', 'list')) this.#variable(variable);
    for (const element of jsonValues(body, 'elements')) this.#element(element);
    for (const annotation of jsonItems(body, 'annotations')) {
      const by: UsedBy = { kind: 'query', name: jsonText(annotation, 'spec', 'name') };
      this.#query(jsonAt(annotation, 'spec', 'query'), jsonAt(annotation, 'spec', 'datasource'), by);
    }
    for (const variable of jsonItems(body, 'variables')) this.#newVariable(variable);
  }

  #panel(panel: JsonNode): void {
    const by: UsedBy = { kind: 'panel', name: jsonText(panel, 'title') };
    const around = this.#sources.kindOf(jsonAt(panel, 'datasource'));
    for (const target of jsonItems(panel, 'targets')) {
      this.#target(target, this.#sources.kindOf(jsonAt(target, 'datasource'), around), by);
    }
    for (const condition of jsonItems(panel, 'alert', 'conditions')) {
      this.#target(jsonAt(condition, 'query', 'model'), around, by);
    }
  }

  #annotation(annotation: JsonNode): void {
    const kind = this.#sources.kindOf(jsonAt(annotation, 'datasource'));
    const by: UsedBy = { kind: 'query', name: jsonText(annotation, 'name') };
    this.#target(annotation, kind, by);
    this.#target(jsonAt(annotation, 'target'), kind, by);
  }

  #variable(variable: JsonNode): void {
    if ((jsonText(variable, 'type') ?? 'query') !== 'query') return;
    const kind = this.#sources.kindOf(jsonAt(variable, 'datasource'));
    const query = jsonAt(variable, 'query');
    this.#variableQuery(query?.kind === 'object' ? jsonAt(query, 'query') : query, variable, kind);
  }

  /** An element of the new schema: a panel with a group of queries. */
  #element(element: JsonNode): void {
    const by: UsedBy = { kind: 'panel', name: jsonText(element, 'spec', 'title') };
    for (const query of jsonItems(element, 'spec', 'data', 'spec', 'queries')) {
      this.#query(jsonAt(query, 'spec', 'query'), jsonAt(query, 'spec', 'datasource'), by);
    }
  }

  #query(query: JsonNode | undefined, source: JsonNode | undefined, by: UsedBy): void {
    this.#target(jsonAt(query, 'spec'), this.#sources.kindOfQuery(query, source), by);
  }

  #newVariable(variable: JsonNode): void {
    const spec = jsonAt(variable, 'spec');
    if (!spec || jsonText(variable, 'kind') !== 'QueryVariable') return;
    const query = jsonAt(spec, 'query');
    const kind = this.#sources.kindOfQuery(query, jsonAt(spec, 'datasource'));
    const written = jsonAt(query, 'spec', 'query') ?? jsonAt(query, 'spec', '__legacyStringValue');
    this.#variableQuery(written, spec, kind);
  }

  /** Takes what a query asks in `expr`, and the labels of the result in its legend. */
  #target(target: JsonNode | undefined, kind: SourceKind, by: UsedBy): void {
    const expr = jsonAt(target, 'expr');
    if (expr?.kind !== 'string' || kind === 'other') return;
    if (kind === 'unknown' && looksLikeLogql(expr.value)) return;
    const of = this.#add(this.#region(expr), kind, by);
    const legend = jsonAt(target, 'legendFormat');
    if (legend?.kind === 'string') this.#legend(legend, of, by);
  }

  #legend(legend: JsonString, of: HostedText, by: UsedBy): void {
    const region = this.#plain(legend);
    for (const { 0: written, 1: label = '', index } of legend.value.matchAll(
      /\{\{\s*([a-zA-Z_]\w*)\s*\}\}/g,
    )) {
      const from = index + written.indexOf(label);
      this.#label(partOfRegion(region, { from, to: from + label.length }), of, by);
    }
  }

  #variableQuery(query: JsonNode | undefined, variable: JsonNode, kind: SourceKind): void {
    if (query?.kind !== 'string' || kind === 'other') return;
    const found = variableQuery(query.value, kind === 'prometheus');
    if (!found || (kind === 'unknown' && looksLikeLogql(query.value))) return;
    const name = jsonText(variable, 'name');
    const by: UsedBy = { kind: 'query', name: name === undefined ? undefined : `$${name}` };
    this.#foundQuery(query, found, kind, by);
    // A copy that Grafana shows in its list of variables: to be renamed with it, but with nothing of its own to say.
    const copy = jsonAt(variable, 'definition');
    if (copy?.kind === 'string' && copy.value === query.value) this.#foundQuery(copy, found, 'other', by);
  }

  #foundQuery(query: JsonString, { promql, label }: VariableQuery, kind: SourceKind, by: UsedBy): void {
    const region = this.#region(query);
    const of = this.#add(partOfRegion(region, promql), kind, by);
    if (label && !region.holes?.some(({ from, to }) => from < label.to && to > label.from)) {
      this.#label(partOfRegion(region, label), of, by);
    }
  }

  #add(region: Region, kind: SourceKind, by: UsedBy): HostedText {
    const severity = region.text.trim() === '' ? 'none' : SEVERITIES[kind];
    const hosted: HostedText = { region, extent: extentOf(region), by, severity };
    this.#texts.push(hosted);
    return hosted;
  }

  #label(region: Region, of: HostedText, by: UsedBy): void {
    this.#names.push({ kind: 'label', name: region.text, span: extentOf(region), by, of });
  }

  #region(node: JsonString): Region {
    return holedRegion(this.#plain(node), variablesIn(node.value));
  }

  #plain(node: JsonString): Region {
    return plainRegion('promql', jsonStringRegion(this.text, node));
  }
}

function extentOf({ map, text }: Region): Span {
  return hostSpan(map, { from: 0, to: text.length });
}

/** Deeper than this no rows are nested, and hostile files go on without end. */
const DEEPEST = 8;

/** All panels of the classic schema: by themselves, in rows of either kind, and library panels that are brought along. */
function panelsOf(body: JsonNode): JsonNode[] {
  const found: JsonNode[] = [];
  const add = (panels: readonly JsonNode[], depth: number): void => {
    for (const panel of depth < DEEPEST ? panels : []) {
      if (panel.kind !== 'object') continue;
      found.push(panel);
      add(jsonItems(panel, 'panels'), depth + 1);
    }
  };
  add(jsonItems(body, 'panels'), 0);
  for (const row of jsonItems(body, 'rows')) add(jsonItems(row, 'panels'), 0);
  add(
    jsonValues(body, '__elements').flatMap((element) => jsonAt(element, 'model') ?? []),
    0,
  );
  return found;
}
