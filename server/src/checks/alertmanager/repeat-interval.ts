import { optionsOf } from '../../formats/alertmanager/routing/options';
import type { AlertmanagerCheck } from './check';
import { pathsOf } from './walk';

/** Repetitions come later than they are asked for (notify/dedup_stage.go). */
export const uneven: AlertmanagerCheck = {
  code: 'alertmanager/uneven-repeat',
  severity: 'information',
  title: 'repeat_interval that is no multiple of group_interval',
  explanation:
    'Alertmanager looks at a group once each `group_interval`, and repeats a notification at the first look after ' +
    '`repeat_interval`. A `repeat_interval` that is no multiple of `group_interval` is rounded up to one.',
  scope: 'file',
  *run(model) {
    for (const path of pathsOf(model)) {
      const [route] = path.slice(-1);
      const { groupInterval, repeatInterval } = optionsOf(path);
      const field = route?.struct.fields.get('repeat_interval') ?? route?.struct.fields.get('group_interval');
      const [group, repeat] = [groupInterval.value, repeatInterval.value];
      if (!route || !field || group <= 0 || repeat <= 0 || repeat % group === 0) continue;
      if (repeat < group && route.groupInterval !== undefined && route.repeatInterval !== undefined) continue;
      const real = Math.ceil(repeat / group) * group;
      const message = `notifications are repeated after ${inWords(real)}, not ${inWords(repeat)}: only each ${inWords(group)} ("group_interval") is looked whether it is time`;
      yield { span: field.keySpan, message };
    }
  },
};

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

/** Milliseconds as Prometheus writes durations. */
function inWords(milliseconds: number): string {
  let rest = milliseconds;
  const parts = UNITS.map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? '' : `${String(count)}${unit}`;
  });
  return parts.join('');
}
