import { jsonAt, jsonItems, jsonText, type JsonNode } from '../../languages/json/nodes';

/** Whose queries are meant. `unknown`: the text doesn't tell. */
export type SourceKind = 'prometheus' | 'other' | 'unknown';

/** Grafana's plugins that send a query to Prometheus, or to a service of a cloud that is one, as it is. */
const PROMETHEUS = new Set([
  'prometheus',
  'grafana-amazonprometheus-datasource',
  'grafana-azureprometheus-datasource',
]);

/** What a dashboard says of its data sources: the plugins that its inputs and variables stand for, by name. */
export class DataSources {
  readonly #plugins = new Map<string, string>();

  /** @param body the dashboard, of either schema */
  constructor(body: JsonNode | undefined) {
    for (const input of jsonItems(body, '__inputs')) {
      if (jsonText(input, 'type') === 'datasource')
        this.#add(jsonText(input, 'name'), jsonText(input, 'pluginId'));
    }
    for (const variable of jsonItems(body, 'templating', 'list')) {
      if (jsonText(variable, 'type') === 'datasource') {
        this.#add(jsonText(variable, 'name'), jsonText(variable, 'query'));
      }
    }
    for (const variable of jsonItems(body, 'variables')) {
      if (jsonText(variable, 'kind') === 'DatasourceVariable') {
        this.#add(jsonText(variable, 'spec', 'name'), jsonText(variable, 'spec', 'pluginId'));
      }
    }
  }

  #add(name: string | undefined, plugin: string | undefined): void {
    if (name !== undefined && plugin !== undefined) this.#plugins.set(name, plugin);
  }

  /**
   * The kind of the data source that a target or a panel of the classic schema names, by name, by reference or not at
   * all; what `around` it has counts then.
   */
  kindOf(source: JsonNode | undefined, around: SourceKind = 'unknown'): SourceKind {
    if (source?.kind === 'string') return this.#byName(source.value);
    if (source?.kind !== 'object') return around;
    const plugin = jsonText(source, 'type');
    const uid = jsonText(source, 'uid') ?? jsonText(source, 'name');
    if (plugin !== undefined && plugin !== '' && plugin !== 'datasource') return this.#byPlugin(plugin);
    return uid === undefined ? around : this.#byName(uid);
  }

  /** The kind of a query of the new schema, whose `group` (or, before, `kind`) is the plugin. */
  kindOfQuery(query: JsonNode | undefined, source: JsonNode | undefined): SourceKind {
    const kind = jsonText(query, 'kind');
    const plugin = kind === 'DataQuery' ? jsonText(query, 'group') : kind;
    if (plugin !== undefined && plugin !== '') return this.#byPlugin(plugin);
    return this.kindOf(jsonAt(query, 'datasource') ?? source);
  }

  #byPlugin(plugin: string): SourceKind {
    if (PROMETHEUS.has(plugin)) return 'prometheus';
    const variable = variableName(plugin);
    return variable === undefined ? 'other' : this.#byName(plugin);
  }

  #byName(name: string): SourceKind {
    const variable = variableName(name);
    const plugin = variable === undefined ? undefined : this.#plugins.get(variable);
    if (plugin !== undefined) return PROMETHEUS.has(plugin) ? 'prometheus' : 'other';
    // Grafana's own sources; in a mixed panel each target says its own.
    return /^-- (?!Mixed)/.test(name) || /loki|victorialogs/i.test(name) ? 'other' : 'unknown';
  }
}

function variableName(text: string): string | undefined {
  const [, bare, braced, bracketed] = /^(?:\$(\w+)|\$\{(\w+)\}|\[\[(\w+)\]\])$/.exec(text) ?? [];
  return bare ?? braced ?? bracketed;
}
