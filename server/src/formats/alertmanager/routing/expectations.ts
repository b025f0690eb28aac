import { parseYaml } from '../../../languages/yaml/parse';
import type { Finding } from '../../../text/finding';
import { yamlFinding } from '../../rules/slice';
import { decodeStruct } from '../../structure/decode';
import type { DecodedMap, DecodedStruct, DecodedValue } from '../../structure/types';
import type { NamedSpan } from '../model';
import { known, listIn, nameIn, namesIn, structsIn } from '../values';
import { expectationFile } from './expectation-schema';
import { parseInstant } from './instant';

/** What should become of an alert. */
export interface Expectation {
  readonly name: NamedSpan;
  readonly labels: ReadonlyMap<string, string>;
  /** Milliseconds since 1970. */
  readonly time?: number;
  readonly receivers?: Expected<readonly NamedSpan[]>;
  readonly muted?: Expected<boolean>;
  /** Labels of alerts that inhibit it, and of those that don't. */
  readonly inhibitedBy: readonly Expected<ReadonlyMap<string, string>>[];
  readonly notInhibitedBy: readonly Expected<ReadonlyMap<string, string>>[];
}

/** What is expected, with the place that says so. */
export interface Expected<T> {
  readonly value: T;
  readonly span: Finding['span'];
}

export interface ExpectationFile {
  /** As it is written: relative to the file. */
  readonly config?: NamedSpan;
  readonly tests: readonly Expectation[];
  /** What is wrong with the file itself; the tests are not to be run then. */
  readonly findings: readonly Finding[];
}

/** Reads a file of expectations. Spans are of `text`. */
export function readExpectations(text: string): ExpectationFile {
  const [document] = parseYaml(text, { firstDocumentOnly: true, dialect: 'v2' });
  const faults = document?.faults ?? [];
  if (!document?.root || faults.length > 0) {
    const empty = {
      code: 'routes/wrong-type',
      severity: 'error',
      message: 'there are no tests',
      span: { from: 0, to: 0 },
    } as const;
    return { tests: [], findings: faults.length > 0 ? faults.map(yamlFinding) : [empty] };
  }
  const { value, findings } = decodeStruct(document.root, expectationFile, {
    text,
    area: 'routes',
    program: 'Alertwright',
    root: expectationFile,
    version: [1, 0],
  });
  if (typeof value !== 'object' || value.kind !== 'struct') return { tests: [], findings };
  return { config: nameIn(value, 'config'), tests: structsIn(value, 'tests').flatMap(expectation), findings };
}

function expectation(struct: DecodedStruct): Expectation[] {
  const name = nameIn(struct, 'name');
  if (!name) return [];
  const labels = known(struct, 'labels');
  const time = nameIn(struct, 'time');
  const muted = known(struct, 'muted');
  const receivers = listIn(struct, 'receivers');
  return [
    {
      name,
      labels: labels?.kind === 'map' ? labelsOf(labels) : new Map<string, string>(),
      time: time && parseInstant(time.text),
      receivers: receivers && { value: namesIn(struct, 'receivers'), span: receivers.node.span },
      muted: muted?.kind === 'scalar' ? { value: muted.parsed === true, span: muted.node.span } : undefined,
      inhibitedBy: labelSets(struct, 'inhibited_by'),
      notInhibitedBy: labelSets(struct, 'not_inhibited_by'),
    },
  ];
}

function labelSets(struct: DecodedStruct, field: string): Expected<ReadonlyMap<string, string>>[] {
  const items: readonly DecodedValue[] = listIn(struct, field)?.items ?? [];
  return items.flatMap((item) =>
    typeof item === 'object' && item.kind === 'map' ? [{ value: labelsOf(item), span: item.node.span }] : [],
  );
}

function labelsOf({ entries }: DecodedMap): ReadonlyMap<string, string> {
  return new Map(
    entries.map(({ name, value }) => [
      name,
      typeof value === 'object' && value.kind === 'scalar' ? value.text : '',
    ]),
  );
}
