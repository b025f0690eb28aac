import { parseYaml } from '../../languages/yaml/parse';
import type { YamlFault, YamlNode } from '../../languages/yaml/nodes';
import type { Finding, TextEdit } from '../../text/finding';
import type { OffsetMap, Refusal } from '../../text/region';
import type { Span } from '../../text/span';
import { decodeFile, type RulesContext } from './decode';
import type { RuleFileModel } from './model';

/**
 * A rule file that can be read by itself: a whole document, one rule or group of it with its surroundings made up, an
 * object inside a manifest, or the text of a scalar there. All spans inside are of `text`.
 */
export interface RuleSlice {
  readonly text: string;
  readonly root?: YamlNode;
  readonly model: RuleFileModel;
  /** To the document's offsets. */
  readonly map: OffsetMap;
  /** The stretch of the document that the slice covers, with what may lie between its pieces. */
  readonly extent: Span;
  /** False for offsets of `text` that the document doesn't have. */
  has(offset: number): boolean;
  /** Turns edits of `text` into edits of the document, or says why they can't be made there. */
  encode(edits: readonly TextEdit[]): TextEdit[] | Refusal;
}

export interface ReadRules {
  readonly root?: YamlNode;
  readonly model: RuleFileModel;
  readonly findings: readonly Finding[];
  /** YAML can't be read as it stands, so the rest is a best guess. */
  readonly broken: boolean;
}

/** What reading a rule file depends on besides its text. */
export interface ReadSettings extends Omit<RulesContext, 'text' | 'modelOnly'> {
  /** Advice beyond what Prometheus refuses. */
  readonly advise: (model: RuleFileModel) => readonly Finding[];
}

/** Parses and decodes `text` as one rule file; reads on behind faults. */
export function readRules(text: string, settings: ReadSettings): ReadRules {
  const [document] = parseYaml(text, { firstDocumentOnly: true, recover: true });
  const faults = document?.faults ?? [];
  const guesses = faults.map(({ span }) => span);
  const decoded = readNode(document?.root, text, { ...settings, guesses });
  return {
    ...decoded,
    findings: [...faults.map(yamlFinding), ...decoded.findings],
    broken: faults.length > 0,
  };
}

/** Decodes a tree that was parsed from `text` already. */
export function readNode(root: YamlNode | undefined, text: string, settings: ReadSettings): ReadRules {
  const { model, findings } = decodeFile(root, { ...settings, text });
  return { root, model, findings: [...findings, ...settings.advise(model)], broken: false };
}

/** The model of `text` alone, for requests: expressions are parsed when they are asked for. */
export function readModel(text: string, settings: ReadSettings): Pick<ReadRules, 'root' | 'model'> {
  const [document] = parseYaml(text, { firstDocumentOnly: true, recover: true });
  const { model } = decodeFile(document?.root, { ...settings, text, modelOnly: true });
  return { root: document?.root, model };
}

/** What YAML itself refuses, as a finding. */
export function yamlFinding({ related, ...fault }: YamlFault): Finding {
  return {
    ...fault,
    severity: 'error',
    related: related && [{ span: related, message: 'see also here' }],
  };
}

/** The map of a slice that is its document. */
export const IDENTITY_MAP: OffsetMap = { toHost: (offset) => offset, toFragment: (offset) => offset };

/** A slice whose offsets are the document's. */
export function documentSlice(text: string, { root, model }: Pick<ReadRules, 'root' | 'model'>): RuleSlice {
  const extent = { from: 0, to: text.length };
  return { text, root, model, extent, map: IDENTITY_MAP, has: () => true, encode: (edits) => [...edits] };
}
