import type { Matcher } from '../../languages/matchers/ast';
import type { Span } from '../../text/span';
import type { DecodedField, DecodedStruct } from '../structure/types';
import type { TimeInterval } from './time-interval';

/** A name with its place: spans are of the text that was decoded, with quotes. */
export interface NamedSpan {
  readonly text: string;
  readonly span: Span;
}

/** What an Alertmanager configuration says. What is missing, templated or faulty is left out. */
export interface ConfigModel {
  /** All of it, field by field; absent where the text is no mapping. */
  readonly root?: DecodedStruct;
  /** The text is something else than a mapping, which is reported. */
  readonly isRefused?: boolean;
  readonly route?: RouteModel;
  readonly receivers: readonly ReceiverModel[];
  readonly inhibitRules: readonly InhibitRuleModel[];
  /** Of `time_intervals` and of `mute_time_intervals`. */
  readonly timeIntervals: readonly TimeIntervalModel[];
}

export interface RouteModel {
  readonly struct: DecodedStruct;
  /** Absent where the route inherits it. */
  readonly receiver?: NamedSpan;
  /** Of `match`, `match_re` and `matchers`; all have to match. */
  readonly matchers: readonly MatcherModel[];
  /** A matcher can't be known: it is templated or faulty. */
  readonly isOpen: boolean;
  readonly groupBy?: readonly NamedSpan[];
  readonly continues: boolean;
  /** Milliseconds; absent where the route inherits it. */
  readonly groupWait?: number;
  readonly groupInterval?: number;
  readonly repeatInterval?: number;
  readonly muteTimeIntervals: readonly NamedSpan[];
  readonly activeTimeIntervals: readonly NamedSpan[];
  readonly routes: readonly RouteModel[];
}

export interface MatcherModel {
  readonly matcher: Matcher;
  /** The item of the list, or the entry of `match`, that it is written in. */
  readonly span: Span;
}

export interface ReceiverModel {
  readonly struct: DecodedStruct;
  readonly name: NamedSpan;
  /** Its integrations, `slack_configs` and so on, in document order. */
  readonly integrations: readonly { readonly field: DecodedField; readonly config: DecodedStruct }[];
}

export interface InhibitRuleModel {
  readonly struct: DecodedStruct;
  readonly name?: NamedSpan;
  readonly source: readonly MatcherModel[];
  readonly target: readonly MatcherModel[];
  readonly equal: readonly NamedSpan[];
  readonly isOpen: boolean;
}

export interface TimeIntervalModel {
  readonly struct: DecodedStruct;
  readonly name: NamedSpan;
  readonly list: 'time_intervals' | 'mute_time_intervals';
  /** Of those entries that can be read. */
  readonly intervals: readonly TimeInterval[];
}
