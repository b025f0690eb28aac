import type {
  ProtocolRange,
  RouteAlertParams,
  RouteAlertResult,
  RoutingConfig,
} from '../../../server/src/protocol';
import type { Labels } from '../shared/labels';

/** A configuration and how people tell it from others. */
export interface NamedConfig extends RoutingConfig {
  readonly title: string;
}

export type ToRoutingPage =
  /** The configurations that there are now. */
  | { readonly kind: 'configs'; readonly configs: readonly NamedConfig[] }
  /** The alert to ask about, and names of labels that it has with values that nobody knows. */
  | {
      readonly kind: 'alert';
      readonly labels: Labels;
      readonly open: readonly string[];
      readonly uri?: string;
    }
  /** One more alert that fires at the same time. */
  | { readonly kind: 'firing'; readonly labels: Labels }
  /** The answer to the question of this number. */
  | { readonly kind: 'answer'; readonly question: number; readonly answer: RouteAlertResult };

export type FromRoutingPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'ask'; readonly question: number; readonly params: RouteAlertParams }
  /** Nothing to ask, so nothing is reached. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'pickRule'; readonly for: 'alert' | 'firing' }
  | { readonly kind: 'reveal'; readonly uri: string; readonly range: ProtocolRange };
