import type { MatcherMode } from '../../languages/matchers/parse';
import type { YamlNode } from '../../languages/yaml/nodes';
import type { Finding } from '../../text/finding';
import { decodeStruct } from '../structure/decode';
import type { CheckContext, DecodedField, DecodedStruct, StructInfo, Version } from '../structure/types';
import type { UnknownParts } from '../structure/unknowns';
import type { ConfigModel, ReceiverModel, TimeIntervalModel } from './model';
import { inhibitRuleModel, ownSpelling, routeModel } from './route-model';
import { CLASSIC_MODE, UTF8_STRICT_MODE } from './schema/checks/names';
import { alertmanagerConfig } from './schema/config';
import { integrations } from './schema/receivers';
import { timeIntervalModel } from './time-interval-model';
import { nameIn, structIn, structsIn } from './values';

/** What decoding needs to know besides the tree. */
export interface ConfigContext extends UnknownParts {
  /** What the tree's spans are offsets of. */
  readonly text: string;
  /** Of Alertmanager. */
  readonly version: Version;
  /** How matchers and label names are read; Alertmanager's default is `fallback`. */
  readonly matchers: MatcherMode;
  /** Something else is merged with it, mapping by mapping: nothing follows from what isn't there. */
  readonly isPartial?: boolean;
}

export interface DecodedConfig {
  readonly model: ConfigModel;
  /** What is wrong with the parts by themselves; for what shows in the whole only see cross.ts. */
  readonly findings: readonly Finding[];
}

/**
 * Decodes a configuration: the root of its first document, or undefined for an empty one (config/config.go). Every
 * error is something for which `amtool check-config` of that version refuses the file.
 */
export function decodeConfig(node: YamlNode | undefined, context: ConfigContext): DecodedConfig {
  if (!node) return { model: EMPTY, findings: [] };
  const { struct, findings } = decodePart(node, alertmanagerConfig, context);
  const root = struct && context.isPartial ? openSections(struct) : struct;
  return {
    model: root ? configModel(root, context.matchers) : { ...EMPTY, isRefused: findings.length > 0 },
    findings,
  };
}

/**
 * Decodes a part of a configuration by itself: a route, a receiver, an inhibit rule or anything else that has a table.
 * No struct for a null and for what is no mapping.
 */
export function decodePart(
  node: YamlNode,
  info: StructInfo,
  context: ConfigContext,
): { readonly struct?: DecodedStruct; readonly findings: readonly Finding[] } {
  const { matchers, ...rest } = context;
  const { value, findings } = decodeStruct(node, info, {
    ...rest,
    area: 'alertmanager',
    program: 'Alertmanager',
    root: alertmanagerConfig,
    features: FEATURES[matchers],
  });
  return { struct: typeof value === 'object' && value.kind === 'struct' ? value : undefined, findings };
}

const FEATURES: Readonly<Record<MatcherMode, NonNullable<CheckContext['features']>>> = {
  fallback: new Set(),
  classic: new Set([CLASSIC_MODE]),
  utf8: new Set([UTF8_STRICT_MODE]),
};

/** A configuration whose sections may have more fields than can be seen. */
function openSections(root: DecodedStruct): DecodedStruct {
  const fields = Array.from(root.fields, ([name, field]): [string, DecodedField] => {
    const { value } = field;
    const isSection = typeof value === 'object' && value.kind === 'struct';
    return [name, isSection ? { ...field, value: { ...value, isOpen: true } } : field];
  });
  return { ...root, fields: new Map(fields), isOpen: true };
}

const EMPTY: ConfigModel = { receivers: [], inhibitRules: [], timeIntervals: [] };

function configModel(root: DecodedStruct, mode: MatcherMode): ConfigModel {
  const route = structIn(root, 'route');
  return {
    root,
    route: route && routeModel(route, ownSpelling(mode)),
    receivers: structsIn(root, 'receivers').flatMap((struct) => receiverModel(struct) ?? []),
    inhibitRules: structsIn(root, 'inhibit_rules').map((struct) => inhibitRuleModel(struct, mode)),
    timeIntervals: (['time_intervals', 'mute_time_intervals'] as const).flatMap((list) =>
      intervalsOf(root, list),
    ),
  };
}

function intervalsOf(root: DecodedStruct, list: TimeIntervalModel['list']): TimeIntervalModel[] {
  return structsIn(root, list).flatMap((struct) => timeIntervalModel(struct, list) ?? []);
}

/** None for a receiver without a name, to which no route can refer. */
function receiverModel(struct: DecodedStruct): ReceiverModel | undefined {
  const name = nameIn(struct, 'name');
  if (!name) return undefined;
  const configs = [...struct.fields.values()].flatMap((field) => {
    const isIntegration = integrations.some((integration) => integration.field === field.info.name);
    return isIntegration ? structsIn(struct, field.info.name).map((config) => ({ field, config })) : [];
  });
  return { struct, name, integrations: configs };
}
