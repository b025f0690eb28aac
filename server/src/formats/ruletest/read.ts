import { asString, DecodeFaults, itemsOf, resolveAlias } from '../../languages/yaml/decode';
import { entriesOf } from '../../languages/yaml/entries';
import type { ScalarNode, YamlNode } from '../../languages/yaml/nodes';
import { parseYaml } from '../../languages/yaml/parse';
import { scalarRegion } from '../../languages/yaml/scalar-source';
import { hostSpan, type Region } from '../../text/region';
import { NOTHING_HOSTED, type HostedName, type HostedText, type HostReading } from '../hosts/host';
import { plainRegion } from '../hosts/regions';
import type { UsedBy } from '../rules/facts';
import type { NamedSpan } from '../rules/model';

/**
 * What a file of unit tests of rules asks Prometheus and names: expressions, series, alerts with their labels, rule
 * files. What is wrong with the file beside its expressions is not said. Source: cmd/promtool/unittest.go.
 */
export function readRuleTest(text: string): HostReading {
  const [document] = parseYaml(text, { firstDocumentOnly: true, recover: true, dialect: 'v2' });
  const reader = new TestReader(text);
  if (document?.root) reader.read(document.root);
  return { ...NOTHING_HOSTED, ...reader.found() };
}

type Fields = ReadonlyMap<string, YamlNode>;

class TestReader {
  // By where they stand: what is behind an anchor may be read several times.
  readonly #texts = new Map<number, HostedText>();
  readonly #names = new Map<number, HostedName>();
  readonly #files: NamedSpan[] = [];
  /** What is wrong here is another one's to say. */
  readonly #sink = new DecodeFaults('v2');

  constructor(private readonly text: string) {}

  found(): Pick<HostReading, 'texts' | 'names' | 'files'> {
    return {
      texts: [...this.#texts.values()].sort((a, b) => a.extent.from - b.extent.from),
      names: [...this.#names.values()].sort((a, b) => a.span.from - b.span.from),
      files: this.#files,
    };
  }

  read(root: YamlNode): void {
    const file = this.#fields(root);
    for (const item of this.#items(file, 'rule_files')) {
      const node = this.#scalar(item);
      if (node?.value) this.#files.push({ text: node.value, span: node.span });
    }
    for (const test of this.#items(file, 'tests')) this.#test(this.#fields(test));
  }

  #test(test: Fields): void {
    const name = this.#scalar(test.get('name'))?.value;
    const by: UsedBy = { kind: 'test', name };
    for (const series of this.#items(test, 'input_series'))
      this.#add(this.#fields(series).get('series'), by, 'none');
    for (const alert of this.#items(test, 'alert_rule_test')) this.#alert(this.#fields(alert), name);
    for (const query of this.#items(test, 'promql_expr_test')) {
      const fields = this.#fields(query);
      this.#add(fields.get('expr'), by, 'error');
      for (const sample of this.#items(fields, 'exp_samples'))
        this.#add(this.#fields(sample).get('labels'), by, 'none');
    }
  }

  #alert(test: Fields, testName: string | undefined): void {
    const node = this.#scalar(test.get('alertname'));
    const alert = node?.value ?? '';
    const by: UsedBy = { kind: 'test', name: testName ?? (alert === '' ? undefined : alert) };
    if (node && alert !== '') this.#name({ kind: 'alert', ...this.#plain(node), by });
    for (const expected of this.#items(test, 'exp_alerts')) {
      const labels = this.#fields(expected).get('exp_labels');
      for (const { key } of (labels && entriesOf(labels, this.#sink)) ?? []) {
        const label = this.#scalar(key);
        if (label) this.#name({ kind: 'label', ...this.#plain(label), by, alert });
      }
    }
  }

  #name(name: HostedName): void {
    this.#names.set(name.span.from, name);
  }

  #plain(node: ScalarNode): Pick<HostedName, 'name' | 'span'> {
    const { text, map } = scalarRegion(this.text, node);
    return { name: text, span: hostSpan(map, { from: 0, to: text.length }) };
  }

  #add(value: YamlNode | undefined, by: UsedBy, severity: HostedText['severity']): void {
    const node = this.#scalar(value);
    if (!node) return;
    const region: Region = plainRegion('promql', scalarRegion(this.text, node));
    const extent = hostSpan(region.map, { from: 0, to: region.text.length });
    const isWritten = region.text.trim() !== '';
    this.#texts.set(extent.from, { region, extent, by, severity: isWritten ? severity : 'none' });
  }

  /** A scalar that is decoded into the text it is written with, or that isn't written yet. */
  #scalar(value: YamlNode | undefined): ScalarNode | undefined {
    const node = value && resolveAlias(value);
    return node?.kind === 'scalar' && asString(node, this.#sink) === node.value ? node : undefined;
  }

  #fields(node: YamlNode): Fields {
    return new Map(entriesOf(node, this.#sink)?.map(({ name, value }) => [name, value]));
  }

  #items(fields: Fields, name: string): readonly YamlNode[] {
    const value = fields.get(name);
    return (value && itemsOf(value, this.#sink)) ?? [];
  }
}
