import { parseYaml } from '../../languages/yaml/parse';
import type { YamlFault, YamlNode } from '../../languages/yaml/nodes';
import type { Finding } from '../../text/finding';
import type { FileSlice, ReadFile, ReadModel } from '../pieces/slice';
import { decodeFile, type RulesContext } from './decode';
import type { RuleFileModel } from './model';

export { IDENTITY_MAP, documentSlice } from '../pieces/slice';

/** A rule file, or a piece of one, that can be read by itself. */
export type RuleSlice = FileSlice<RuleFileModel>;

export type ReadRules = ReadFile<RuleFileModel>;

/** What reading a rule file depends on besides its text. */
export interface ReadSettings extends Omit<RulesContext, 'text' | 'modelOnly'> {
  /** Advice beyond what Prometheus refuses. */
  readonly advise: (model: RuleFileModel) => readonly Finding[];
  /** The text is read once for its findings: the facts hold no uses, and a small file isn't cut, which costs more. */
  readonly once?: boolean;
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
export function readModel(text: string, settings: ReadSettings): ReadModel<RuleFileModel> {
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
