import { presence, presenceOfAny, type Presence } from '../../../structure/presence';
import type { DecodedField, DecodedStruct, StructInfo, Version } from '../../../structure/types';
import { isIn, isSince } from '../../../structure/versions';
import type { AlertmanagerCode } from '../../codes';
import { authorizationOf, pointerPresence, structOf } from './conditions';

/** What an integration can't do without, and takes from `global` where it lacks it (Config.UnmarshalYAML). */
export interface Need {
  /** With its article: `an API key`. */
  readonly what: string;
  /** Fields of the integration; one of them is enough. */
  readonly own: readonly string[];
  /** Fields of `global` that stand in; one of them is enough. */
  readonly global: readonly string[];
  /** Without the fields of `global` Alertmanager has a value; only a null there takes it away. */
  readonly hasDefault?: true;
  /** Those of the fields that are pointers in Go, so that an empty text is a value. */
  readonly pointers?: readonly string[];
  readonly since?: Version;
  readonly removed?: Version;
}

export interface NeedFault {
  readonly code: AlertmanagerCode;
  readonly message: string;
  readonly at: DecodedField | DecodedStruct;
}

/** One kind of integration, as a field of a receiver. */
export interface Integration {
  /** `slack_configs`. */
  readonly field: string;
  readonly struct: StructInfo;
  /** Whether it tells of resolved alerts unless it says otherwise. */
  readonly sendsResolved: boolean;
  readonly since?: Version;
  readonly needs?: readonly Need[];
  /** What more is refused once `global` is known. */
  readonly withGlobal?: (
    config: DecodedStruct,
    global: DecodedStruct | undefined,
    version: Version,
  ) => NeedFault[];
}

/**
 * Why Alertmanager refuses an integration when it fills it up from `global` (Config.UnmarshalYAML).
 * @param global undefined where the file has none, or null
 */
export function needFaults(
  { needs = [], withGlobal }: Integration,
  config: DecodedStruct,
  global: DecodedStruct | undefined,
  version: Version,
): NeedFault[] {
  const missing = needs
    .filter((need) => isIn(need, version) && isMissing(need, config, global, version))
    .map((need) => missingFault(need, config, version));
  return [...missing, ...(withGlobal?.(config, global, version) ?? [])];
}

function isMissing(
  need: Need,
  config: DecodedStruct,
  global: DecodedStruct | undefined,
  version: Version,
): boolean {
  const state = (struct: DecodedStruct | undefined, name: string): Presence =>
    need.pointers?.includes(name) ? pointerPresence(struct, name) : presence(struct, name);
  const known = knownFields(config.info, need.own, version);
  if (known.some((name) => state(config, name) !== 'unset')) return false;
  if (need.hasDefault) return need.global.some((name) => global?.fields.get(name)?.value === 'null');
  return need.global.every((name) => state(global, name) === 'unset');
}

function missingFault(
  { what, own, global, hasDefault }: Need,
  config: DecodedStruct,
  version: Version,
): NeedFault {
  const here = listed(knownFields(config.info, own, version));
  const code = global.length > 0 ? 'alertmanager/missing-global' : 'alertmanager/missing-field';
  const there = hasDefault
    ? `and ${listed(global)} in "global" is null`
    : `and "global" has no ${listed(global)}`;
  const message = `${config.info.title} needs ${what}: ${here} is missing${global.length > 0 ? ` ${there}` : ''}`;
  return { code, message, at: config };
}

function knownFields(info: StructInfo, names: readonly string[], version: Version): readonly string[] {
  return names.filter((name) => info.fields.some((field) => field.name === name && isIn(field, version)));
}

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(' or ');
}

/** Slack takes a webhook or a token from `global`, and a token makes an authorization of its own since 0.30. */
export function slackWithGlobal(
  config: DecodedStruct,
  global: DecodedStruct | undefined,
  version: Version,
): NeedFault[] {
  if (!isSince(version, [0, 30])) return [];
  const client = presence(config, 'http_config');
  const clientAuthorizes = authorizationOf(structOf(config, 'http_config'));
  const ownWebhook = presenceOfAny(config, ['api_url', 'api_url_file']);
  const ownToken = presenceOfAny(config, ['app_token', 'app_token_file']);
  if ([client, clientAuthorizes, ownWebhook, ownToken].includes('maybe')) return [];
  const takesToken =
    ownToken === 'unset' && clientAuthorizes === 'unset' && presence(config, 'api_url') === 'unset';
  const globalToken = presenceOfAny(global, ['slack_app_token', 'slack_app_token_file']);
  const faults: NeedFault[] = [];
  if (ownWebhook === 'unset' && ownToken === 'unset') {
    const others = presenceOfAny(global, ['slack_api_url', 'slack_api_url_file']);
    if (others === 'unset' && (globalToken === 'unset' || !takesToken)) {
      const message =
        `${config.info.title} needs a webhook or a token: "api_url", "api_url_file", "app_token" or "app_token_file" ` +
        'is missing, and "global" has none that applies';
      faults.push({ code: 'alertmanager/missing-global', message, at: config });
    }
  }
  const hasToken = ownToken === 'set' || (takesToken && globalToken === 'set');
  const authorizes = client === 'set' ? clientAuthorizes : authorizationOf(structOf(global, 'http_config'));
  if (hasToken && authorizes === 'set') {
    const message =
      'an app token of Slack and an authorization in "http_config" exclude each other; keep one of them';
    faults.push({
      code: 'alertmanager/exclusive-fields',
      message,
      at: config.fields.get('http_config') ?? config,
    });
  }
  if (client === 'unset' && hasNullClient(global)) faults.push(nullClient(config));
  return faults;
}

/** Since 0.34, Teams workflows take their proxy from `global`, and a null there makes Alertmanager crash. */
export function msteamsV2WithGlobal(
  config: DecodedStruct,
  global: DecodedStruct | undefined,
  version: Version,
): NeedFault[] {
  if (!isSince(version, [0, 34]) || !hasNullClient(global)) return [];
  const client = structOf(config, 'http_config');
  const ownProxy = client ? presence(client, 'proxy_url') : 'unset';
  return ownProxy === 'unset' && presence(config, 'http_config') !== 'maybe' ? [nullClient(config)] : [];
}

function hasNullClient(global: DecodedStruct | undefined): boolean {
  return global?.fields.get('http_config')?.value === 'null';
}

function nullClient(config: DecodedStruct): NeedFault {
  const message = `${config.info.title} takes "http_config" from "global", where it is null; remove it there`;
  return { code: 'alertmanager/missing-global', message, at: config };
}
