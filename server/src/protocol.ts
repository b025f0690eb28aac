/** Requests and notifications beyond LSP, shared by client and server. This file imports nothing. */

export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

/** Server → client: what an open document was recognised as, sent when it is opened and when that changes. */
export const FileStatusNotification = 'alertwright/fileStatus';

export interface FileStatus {
  readonly uri: string;
  /** Absent for a document that isn't ours. */
  readonly kind?:
    | 'rules'
    | 'alertmanager'
    | 'embedded'
    | 'promql'
    | 'template'
    | 'code'
    | 'dashboard'
    | 'markdown'
    | 'metrics'
    | 'ruletest';
  /** Placeholders of a template language were found and are taken as unknown. */
  readonly templated?: 'helm' | 'jinja';
}

/** Client → server: the formatted expression at a position, as edits of the document. */
export const FormatExpressionRequest = 'alertwright/formatExpression';

export interface FormatExpressionParams {
  readonly textDocument: { readonly uri: string };
  readonly position: ProtocolPosition;
}

export interface FormatExpressionResult {
  readonly edits?: readonly { readonly range: ProtocolRange; readonly newText: string }[];
  /** Why nothing can be formatted here. */
  readonly refused?: string;
}

/** Client → server: the Alertmanager configurations that the workspace has, open ones first. */
export const RoutingConfigsRequest = 'alertwright/routingConfigs';

export interface RoutingConfig {
  readonly uri: string;
  /** The configuration's place in a manifest that holds several; 0 otherwise. */
  readonly index: number;
  readonly root: RouteNode;
  /** Names of receivers, in document order. */
  readonly receivers: readonly string[];
}

/** One route of the tree. */
export interface RouteNode {
  /** Child indices from the root to this route: `[]` is the root, `[0, 2]` the third child of its first. */
  readonly path: readonly number[];
  /** As in the file: `severity="critical"`. */
  readonly matchers: readonly string[];
  /** Inherited where the route has none. */
  readonly receiver: string;
  readonly inheritsReceiver: boolean;
  readonly continues: boolean;
  readonly groupBy: readonly string[];
  /** Durations as in the file, such as `30s`. */
  readonly groupWait: string;
  readonly groupInterval: string;
  readonly repeatInterval: string;
  readonly muteTimeIntervals: readonly string[];
  readonly activeTimeIntervals: readonly string[];
  /** Something in its matchers is filled in by a template language. */
  readonly isOpen: boolean;
  readonly range: ProtocolRange;
  readonly children: readonly RouteNode[];
}

/** Client → server: where an alert goes. */
export const RouteAlertRequest = 'alertwright/routeAlert';

export interface RouteAlertParams {
  readonly uri: string;
  readonly index: number;
  readonly labels: Readonly<Record<string, string>>;
  /** Milliseconds since 1970; now where absent. */
  readonly time?: number;
  /** Labels of other alerts that fire at the same time, for inhibition. */
  readonly firing?: readonly Readonly<Record<string, string>>[];
}

export interface RouteAlertResult {
  /** Routes that notify, in order. */
  readonly reached: readonly ReachedRoute[];
  /** Inhibit rules that mute the alert while a matching other one fires. */
  readonly inhibitors: readonly Inhibitor[];
  /** Why there is no answer. */
  readonly problem?: string;
}

export interface ReachedRoute {
  readonly path: readonly number[];
  readonly receiver: string;
  /** What the receiver sends to, for instance `slack`, `email`. */
  readonly integrations: readonly string[];
  /** The group that the alert joins, as label names and values. */
  readonly group: readonly string[];
  readonly groupWait: string;
  readonly groupInterval: string;
  readonly repeatInterval: string;
  /** Why nothing is sent at that time: a time interval that mutes, or none that is active. */
  readonly mutedBy?: string;
  /** A matcher on the way could not be known, so this is a guess. */
  readonly uncertain: boolean;
}

export interface Inhibitor {
  /** In words: `severity="critical" mutes severity="warning" where alertname is equal`. */
  readonly text: string;
  readonly range: ProtocolRange;
  /** One of the given firing alerts mutes it now. */
  readonly active: boolean;
}

/** Client → server: the alerts that the workspace's rules define, to choose from. */
export const AlertRulesRequest = 'alertwright/alertRules';

export interface AlertRuleInfo {
  readonly name: string;
  readonly uri: string;
  /** Of the whole rule. */
  readonly range: ProtocolRange;
  /** Labels that it surely has, `alertname` among them; templated values are left out. */
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Names of further labels that its expression keeps, as far as they are known. */
  readonly otherLabels: readonly string[];
  /** The nearest file with an Alertmanager configuration. */
  readonly config?: string;
}

/** Client → server: what a receiver, or a file of templates, sends for sample alerts. */
export const PreviewNotificationRequest = 'alertwright/previewNotification';

export interface PreviewNotificationParams {
  readonly textDocument: { readonly uri: string };
  /** In a receiver, an integration, or a `define`. */
  readonly position: ProtocolPosition;
  readonly sample: SampleAlerts;
}

export interface SampleAlerts {
  readonly alerts: readonly {
    readonly status: 'firing' | 'resolved';
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
  }[];
  readonly groupBy: readonly string[];
  readonly externalUrl: string;
}

export interface PreviewNotificationResult {
  /** The receiver's or the template's name. */
  readonly title: string;
  readonly messages: readonly PreviewMessage[];
  /** Why there is nothing to show. */
  readonly problem?: string;
}

/** What one integration sends. */
export interface PreviewMessage {
  /** `slack`, `email`, …; `template` for a `define` alone. */
  readonly kind: string;
  /** Each templated field with what it becomes. */
  readonly fields: readonly PreviewField[];
}

export interface PreviewField {
  /** The way to it: `title`, `fields[0].value`, `headers.Subject`. */
  readonly name: string;
  readonly text?: string;
  /** What the notification would fail with. */
  readonly error?: string;
  /** `html` for the body of an e-mail. */
  readonly format: 'text' | 'html';
  /** It isn't written, so its default holds. */
  readonly isDefault: boolean;
}
