import type {
  AlertRuleInfo,
  AlertRulesRequest,
  FormatExpressionParams,
  FormatExpressionRequest,
  FormatExpressionResult,
  PreviewNotificationParams,
  PreviewNotificationRequest,
  PreviewNotificationResult,
  RouteAlertParams,
  RouteAlertRequest,
  RouteAlertResult,
  RoutingConfig,
  RoutingConfigsRequest,
} from '../../server/src/protocol';

/** The parameters of a request that has none. */
type Nothing = Readonly<Record<string, never>>;

/** What each request of the protocol takes and gives. */
export interface Requests {
  readonly [FormatExpressionRequest]: { params: FormatExpressionParams; answer: FormatExpressionResult };
  readonly [RoutingConfigsRequest]: { params: Nothing; answer: readonly RoutingConfig[] };
  readonly [RouteAlertRequest]: { params: RouteAlertParams; answer: RouteAlertResult };
  readonly [AlertRulesRequest]: { params: Nothing; answer: readonly AlertRuleInfo[] };
  readonly [PreviewNotificationRequest]: {
    params: PreviewNotificationParams;
    answer: PreviewNotificationResult;
  };
}
