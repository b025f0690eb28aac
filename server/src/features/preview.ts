import { alertmanagerTemplates } from '../languages/gotemplate/alertmanager';
import {
  defaultTemplateSet,
  renderTemplate,
  sampleNotification,
  templateSet,
  type RenderOptions,
  type TemplateSource,
} from '../languages/gotemplate/renderer';
import { templateFacts } from '../languages/gotemplate/facts';
import type { ReceiverModel } from '../formats/alertmanager/model';
import { walkScalars } from '../formats/structure/locate';
import type { DecodedStruct, FieldInfo } from '../formats/structure/types';
import type {
  PreviewField,
  PreviewMessage,
  PreviewNotificationParams,
  PreviewNotificationResult,
  SampleAlerts,
} from '../protocol';
import { hostSpan } from '../text/region';
import { touches, type Span } from '../text/span';
import { configDialectOf } from '../workspace/settings';
import type { Workspace } from '../workspace/workspace';
import { offsetOf, type FeatureContext } from './context';

const MINUTE_MS = 60_000;

/** What the receiver, or the template, at a position sends for the sample's alerts. */
export function previewNotification(
  context: FeatureContext,
  { position, sample }: PreviewNotificationParams,
): PreviewNotificationResult {
  const { document } = context;
  const offset = offsetOf(context, position);
  const { template } = document.analysis ?? {};
  if (template) {
    const defined = templateFacts(template).defined.findLast(({ span }) => touches(span, offset));
    return defined ? previewTemplate(context, defined.name, sample) : nothing('There is no template here.');
  }
  for (const { model, map } of document.analysis?.configs?.() ?? []) {
    const receiver = model.receivers.find(({ struct }) => touches(hostSpan(map, struct.node.span), offset));
    if (receiver) return previewReceiver(context, receiver, map.toFragment(offset), sample);
  }
  return nothing('There is no receiver here.');
}

function nothing(problem: string): PreviewNotificationResult {
  return { title: '', messages: [], problem };
}

function previewTemplate(
  context: FeatureContext,
  name: string,
  sample: SampleAlerts,
): PreviewNotificationResult {
  const options = renderOptions(context, sample, 'default');
  const field = rendered(name, `{{ template ${JSON.stringify(name)} . }}`, options, false);
  return { title: name, messages: [{ kind: 'template', fields: [field] }] };
}

/** All integrations of a receiver, or the one at `offset`. */
function previewReceiver(
  context: FeatureContext,
  { name, integrations }: ReceiverModel,
  offset: number,
  sample: SampleAlerts,
): PreviewNotificationResult {
  const options = renderOptions(context, sample, name.text);
  const chosen = integrations.filter(({ config }) => touches(config.node.span, offset));
  const shown = chosen.length > 0 ? chosen : integrations;
  const messages = shown.map(({ field, config }): PreviewMessage => {
    const kind = field.info.name.replace(/_configs$/, '');
    return {
      kind,
      fields: [...writtenFields(config, kind, options), ...defaultFields(config, kind, options)],
    };
  });
  return messages.length > 0 ? { title: name.text, messages } : nothing(`${name.text} notifies nobody.`);
}

/** The templates that an integration has, each by its path: `title`, `headers.Subject`; and which fields are short. */
function writtenFields(config: DecodedStruct, kind: string, options: RenderOptions): PreviewField[] {
  const found: PreviewField[] = [];
  for (const { field, struct, value, entry } of walkScalars(config)) {
    const isShort = field.info.name === 'short';
    if (!isTemplated(field.info) && !isShort) continue;
    const own = entry === undefined ? field.info.name : `${field.info.name}.${entry}`;
    const path = struct === config ? own : `${pathTo(config, struct.node.span)}.${own}`;
    found.push(rendered(path, value.text, options, isHtml(kind, field.info, config), false));
  }
  return found;
}

function isTemplated({ templated, type }: FieldInfo): boolean {
  return templated === true || (type.kind === 'map' && type.templated === true);
}

/** Where the struct at `span` stands in `config`. */
function pathTo(config: DecodedStruct, span: Span): string {
  for (const [name, { value }] of config.fields) {
    if (typeof value === 'string') continue;
    if (value.kind === 'struct' && holds(value.node.span, span)) {
      return value.node.span === span ? name : `${name}.${pathTo(value, span)}`;
    }
    if (value.kind !== 'list') continue;
    const index = value.items.findIndex((item) => typeof item === 'object' && holds(item.node.span, span));
    const item = value.items[index];
    if (typeof item !== 'object' || item.kind !== 'struct') continue;
    return item.node.span === span ? `${name}[${index}]` : `${name}[${index}].${pathTo(item, span)}`;
  }
  return '';
}

function holds(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** What Alertmanager's own templates say where an integration has no text of its own. */
function defaultFields(config: DecodedStruct, kind: string, options: RenderOptions): PreviewField[] {
  const { info, fields } = config;
  return info.fields.flatMap((field) => {
    const template = /^`(\{\{.*\}\})`$/s.exec(field.default ?? '')?.[1];
    if (fields.has(field.name) || !isTemplated(field) || template === undefined) return [];
    return [rendered(field.name, template, options, isHtml(kind, field, config), true)];
  });
}

/**
 * Which texts Alertmanager escapes as HTML (ExecuteHTMLString in notify/): the body of an e-mail, and what Pushover and
 * Telegram are told to show as HTML.
 */
function isHtml(kind: string, { name }: FieldInfo, { fields }: DecodedStruct): boolean {
  if (kind === 'email') return name === 'html';
  if (name !== 'message') return false;
  const value = (field: string) => fields.get(field)?.value;
  const flag = value('html');
  if (kind === 'pushover') return typeof flag === 'object' && flag.kind === 'scalar' && flag.parsed === true;
  const mode = value('parse_mode');
  return kind === 'telegram' && (typeof mode !== 'object' || mode.kind !== 'scalar' || mode.text === 'HTML');
}

function rendered(
  name: string,
  template: string,
  options: RenderOptions,
  html: boolean,
  isDefault = false,
): PreviewField {
  const result = renderTemplate(template, { ...options, html });
  const format = html ? 'html' : 'text';
  return 'output' in result
    ? { name, text: result.output, format, isDefault }
    : { name, error: result.error, format, isDefault };
}

function renderOptions(
  { workspace, settings }: FeatureContext,
  sample: SampleAlerts,
  receiver: string,
): RenderOptions {
  const { version } = configDialectOf(settings);
  const dialect = alertmanagerTemplates(version);
  const now = Date.now();
  const data = sampleNotification({
    version,
    receiver,
    groupBy: sample.groupBy,
    externalURL: sample.externalUrl,
    alerts: sample.alerts.map((alert) => ({
      ...alert,
      startsAt: now - 10 * MINUTE_MS,
      ...(alert.status === 'resolved' && { endsAt: now - MINUTE_MS }),
      generatorURL: 'http://prometheus.example:9090/graph',
    })),
  });
  const { templates } = templateSet(sources(workspace), dialect, defaultTemplateSet(dialect));
  return { dialect, data, templates, now: BigInt(now) * 1_000_000n };
}

/** The workspace's files of templates. */
function sources(workspace: Workspace): TemplateSource[] {
  return workspace.templateDocuments().map(({ uri, text }) => ({
    name: uri.slice(uri.lastIndexOf('/') + 1),
    text: text.slice(0),
  }));
}
