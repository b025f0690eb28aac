import { keyed, list, string, type GoValue, type StructValue, type TimeValue } from './values';

/** An alert of a sample notification. */
export interface SampleAlert {
  readonly status: 'firing' | 'resolved';
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly endsAt?: number;
  readonly generatorURL?: string;
  readonly fingerprint?: string;
}

export interface SampleOptions {
  readonly alerts: readonly SampleAlert[];
  readonly receiver?: string;
  /** The names of the labels to group by. */
  readonly groupBy?: readonly string[];
  readonly externalURL?: string;
  readonly notificationReason?: string;
  readonly routeLabels?: Readonly<Record<string, string>>;
  /** Major and minor version of Alertmanager, which decides about the fields. */
  readonly version: readonly [number, number];
}

/** The data of a notification about alerts, as Alertmanager makes it (template/template.go `Data`). */
export function sampleNotification(options: SampleOptions): StructValue {
  const {
    alerts,
    receiver = 'default',
    groupBy = ['alertname'],
    externalURL = 'http://alertmanager.example:9093',
  } = options;
  const { notificationReason = 'first notification', routeLabels = {}, version } = options;
  const commonLabels = common(alerts.map(({ labels }) => labels));
  const isFiring = alerts.some(({ status }) => status === 'firing');
  return notification(
    {
      Receiver: string(receiver.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&')),
      Status: string(isFiring ? 'firing' : 'resolved'),
      Alerts: list('template.Alerts', alerts.map(alertValue)),
      NotificationReason: string(notificationReason),
      GroupLabels: keyed(
        Object.entries(alerts[0]?.labels ?? {}).filter(
          ([name]) => groupBy.includes(name) || groupBy.includes('...'),
        ),
      ),
      CommonLabels: keyed(Object.entries(commonLabels)),
      CommonAnnotations: keyed(Object.entries(common(alerts.map(({ annotations }) => annotations)))),
      RouteLabels: keyed(Object.entries(routeLabels)),
      ExternalURL: string(externalURL),
    },
    version,
  );
}

/** The fields in the order of Go's struct, without those that the version doesn't have. */
function notification(
  fields: Readonly<Record<string, GoValue>>,
  version: readonly [number, number],
): StructValue {
  const atLeast = (minor: number): boolean => version[0] > 0 || version[1] >= minor;
  const entries = Object.entries(fields).filter(([name]) => {
    return (name !== 'NotificationReason' || atLeast(32)) && (name !== 'RouteLabels' || atLeast(34));
  });
  return { kind: 'struct', type: 'template.Data', fields: new Map(entries) };
}

/** The pairs that all have. */
function common(all: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  const [first = {}, ...others] = all;
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) => others.every((one) => one[name] === value)),
  );
}

function alertValue({
  status,
  labels,
  annotations,
  startsAt,
  endsAt,
  generatorURL,
  fingerprint,
}: SampleAlert): StructValue {
  const fields = new Map<string, GoValue>([
    ['Status', string(status)],
    ['Labels', keyed(Object.entries(labels))],
    ['Annotations', keyed(Object.entries(annotations))],
    ['StartsAt', utc(startsAt)],
    ['EndsAt', utc(endsAt ?? startsAt)],
    ['GeneratorURL', string(generatorURL ?? '')],
    ['Fingerprint', string(fingerprint ?? '')],
  ]);
  return { kind: 'struct', type: 'template.Alert', fields };
}

/** A time in UTC, of milliseconds since 1970. */
function utc(milliseconds: number): TimeValue {
  return { kind: 'time', nanos: BigInt(Math.round(milliseconds)) * 1_000_000n, zone: 'UTC' };
}
