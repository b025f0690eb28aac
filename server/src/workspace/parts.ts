import { configTemplateAdvice } from '../checks/config-templates';
import { ALERTMANAGER_FORMAT, OPERATOR_FORMATS } from '../formats/alertmanager/format';
import { indexFacts } from '../formats/alertmanager/index-facts';
import { readConfig, readConfigNode, type ReadConfig } from '../formats/alertmanager/read';
import type { OperatorApi } from '../formats/alertmanager/operator/api';
import { readOperatorSpec } from '../formats/alertmanager/operator/read';
import type { ConfigFormat, ConfigSlice } from '../formats/alertmanager/slice';
import { factsOf } from '../formats/rules/facts';
import { NameCounts, fileFindings } from '../formats/rules/file-findings';
import { IDENTITY_MAP, readNode, readRules, type ReadRules, type RuleSlice } from '../formats/rules/slice';
import type { EmbeddedNode, EmbeddedText } from '../formats/kubernetes/hosts';
import type { YamlNode } from '../languages/yaml/nodes';
import type { Finding } from '../text/finding';
import { hostSpan } from '../text/region';
import type { Span } from '../text/span';
import type { PlacedFacts, PlacedFindings } from './analysis';
import type { ReadSettings } from './read-settings';

/** One rule file or configuration inside of a document. */
export interface Part extends PlacedFacts, PlacedFindings {
  readonly rules?: RuleSlice;
  readonly config?: ConfigSlice;
}

/** Where in a document a part stands. */
export type PartSource = 'document' | EmbeddedNode | EmbeddedText;

export interface PartContext {
  /** The document, with placeholders masked. */
  readonly text: string;
  readonly holes: readonly Span[];
  readonly templated: boolean;
  readonly settings: ReadSettings;
}

/** Reads a rule file in a document. */
export function rulesPart(source: PartSource, context: PartContext): Part {
  const settings = { ...context.settings.rules, holes: holesOf(source, context) };
  const read: ReadRules =
    typeof source === 'object' && 'node' in source
      ? readNode(source.node, context.text, settings)
      : readRules(textOf(source, context), settings);
  const slice = { ...sliceOf(source, context, read.root), model: read.model };
  const facts = factsOf(read.model);
  const whole = fileFindings([{ facts, map: IDENTITY_MAP }], NameCounts.of([facts]));
  const own = trusted(read, context).filter((finding) => !isOperators(finding, source, context));
  return { rules: slice, facts, map: slice.map, findings: [...own, ...whole], encode: slice.encode };
}

/** Reads an Alertmanager configuration in a document. */
export function configPart(source: PartSource, context: PartContext): Part {
  const settings = { ...context.settings.config, holes: holesOf(source, context) };
  const read: ReadConfig =
    typeof source === 'object' && 'node' in source
      ? readConfigNode(source.node, context.text, settings)
      : readConfig(textOf(source, context), settings);
  const slice = configSlice(source, context, read, ALERTMANAGER_FORMAT);
  const facts = indexFacts(read.model, slice.text, slice.dialect);
  return {
    config: slice,
    facts,
    map: slice.map,
    findings: trusted(read, context),
    encode: (edits) => slice.encode(edits),
  };
}

/** Reads the `spec` of an AlertmanagerConfig object. */
export function operatorPart(source: EmbeddedNode, api: OperatorApi, context: PartContext): Part {
  const { text, holes, settings } = context;
  const { model, findings } = readOperatorSpec(source.node, api, { ...settings.config, text, holes });
  const slice = configSlice(source, context, { root: source.node, model }, OPERATOR_FORMATS[api]);
  const advice = configTemplateAdvice(model, text, slice.dialect);
  const facts = indexFacts(model, text, slice.dialect);
  return {
    config: slice,
    facts,
    map: slice.map,
    findings: [...findings, ...advice],
    encode: (edits) => slice.encode(edits),
  };
}

function configSlice(
  source: PartSource,
  context: PartContext,
  { root, model }: Pick<ReadConfig, 'root' | 'model'>,
  format: ConfigFormat,
): ConfigSlice {
  const { version, matchers } = context.settings.config;
  const at = source !== 'document' && 'node' in source ? source.at : [];
  return { ...sliceOf(source, context, root), model, dialect: { version, matchers }, format, at };
}

type Slice = Omit<RuleSlice, 'model'>;

function sliceOf(source: PartSource, { text }: PartContext, root: YamlNode | undefined): Slice {
  const has = (): boolean => true;
  if (source === 'document' || 'node' in source) {
    const extent = source === 'document' ? { from: 0, to: text.length } : source.extent;
    return { text, root, extent, map: IDENTITY_MAP, has, encode: (edits) => [...edits] };
  }
  const { region } = source;
  const extent = hostSpan(region.map, { from: 0, to: region.text.length });
  return { text: region.text, root, extent, map: region.map, has, encode: (edits) => region.encode(edits) };
}

function textOf(source: Exclude<PartSource, EmbeddedNode>, { text }: PartContext): string {
  return source === 'document' ? text : source.region.text;
}

/**
 * Around placeholders, YAML's own faults may be of our making, and a field that the target version doesn't know may be
 * there for another version only.
 */
function trusted(
  { findings, broken }: Pick<ReadRules, 'findings' | 'broken'>,
  { templated }: PartContext,
): readonly Finding[] {
  if (!templated) return findings;
  return findings
    .filter(({ code }) => !(broken && code.startsWith('yaml/')))
    .map((finding) =>
      finding.code === 'alertmanager/unknown-field' ? { ...finding, severity: 'warning' } : finding,
    );
}

/** A field that the operator's objects have and rule files don't. */
function isOperators({ code, span }: Finding, source: PartSource, { text }: PartContext): boolean {
  if (source === 'document' || 'region' in source) return false;
  return code === 'rules/unknown-field' && text.slice(span.from, span.to) === 'partial_response_strategy';
}

/** The document's holes, in the offsets of the part's text. */
function holesOf(source: PartSource, { holes }: PartContext): readonly Span[] {
  if (source === 'document' || 'node' in source) return holes;
  const { map, text } = source.region;
  const host = hostSpan(map, { from: 0, to: text.length });
  return holes
    .filter(({ from, to }) => from >= host.from && to <= host.to)
    .map(({ from, to }) => ({ from: map.toFragment(from), to: map.toFragment(to) }));
}
