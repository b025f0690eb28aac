import type { PreviewNotificationResult, SampleAlerts } from '../../../server/src/protocol';
import type { Labels } from '../shared/labels';

export type ToPreviewPage =
  /** The alerts to begin with. */
  | { readonly kind: 'sample'; readonly sample: SampleAlerts }
  /** What the rule that was picked gives the alert of this index. */
  | { readonly kind: 'rule'; readonly alert: number; readonly labels: Labels; readonly annotations: Labels }
  /** What is sent now. */
  | { readonly kind: 'result'; readonly result: PreviewNotificationResult };

export type FromPreviewPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'sample'; readonly sample: SampleAlerts }
  | { readonly kind: 'pickRule'; readonly alert: number };
