import { expect, it } from 'vitest';
import { sampleOfRule } from './sample';

it.each([
  ['{{ $labels.service }} is slow', 'checkout is slow'],
  ['{{- .Labels.severity -}}', 'critical'],
  ['{{ $labels.unknown }}', '{{ $labels.unknown }}'],
  ['{{ $value | humanizePercentage }} of {{$value}}', '42 of 42'],
  ['{{ $values }}', '{{ $values }}'],
  ['{{ query "up" | first | value }}', '{{ query "up" | first | value }}'],
  ['some {{ $labels.shard }}', 'some some-shard'],
])('the annotation %j becomes %j', (summary, wanted) => {
  const labels = { alertname: 'A', severity: 'critical' };
  const otherLabels = ['service', 'shard', 'severity'];
  expect(sampleOfRule({ labels, annotations: { summary }, otherLabels })).toEqual({
    labels: { ...labels, service: 'checkout', shard: 'some-shard' },
    annotations: { summary: wanted },
  });
});
