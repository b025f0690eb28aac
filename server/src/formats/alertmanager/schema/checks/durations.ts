import type { StringCheck } from '../../../structure/types';
import { readDuration } from '../../../rules/duration';
import type { AlertmanagerCode } from '../../codes';
import { readGoDuration } from '../../../structure/go-duration';

const code: AlertmanagerCode = 'alertmanager/invalid-duration';

/** A duration as Prometheus writes them: `5m`, `1h30m`, `2d` (prometheus/common, model.Duration). */
export const duration: StringCheck = {
  title: 'a duration such as `30s`, `5m`, `1h30m` or `2d`',
  examples: ['30s', '5m', '1h', '4h', '1d'],
  fault: (text) => {
    const reading = readDuration(text);
    if ('milliseconds' in reading) return undefined;
    return { code, message: reading.fault, suggestion: reading.suggestion };
  },
};

/** A duration of Go written as text, in which even a 0 may need its unit (time.ParseDuration). */
export const goDuration: StringCheck = {
  title: 'a duration of Go such as `30s`, `1m30s` or `1.5h`; there are no days',
  examples: ['10s', '30s', '1m', '1h'],
  fault: (text) => {
    const reading = readGoDuration(text);
    return 'fault' in reading ? { code, message: reading.fault, suggestion: reading.suggestion } : undefined;
  },
};
