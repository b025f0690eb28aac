import { parseInstant } from '../formats/alertmanager/routing/instant';
import { UsageError, type Arguments } from './args';

/** The time that `--time` names, in milliseconds since 1970. */
export function timeOf({ options }: Arguments): number | undefined {
  const text = options.get('time')?.at(-1);
  if (text === undefined) return undefined;
  const time = parseInstant(text);
  if (time !== undefined) return time;
  throw new UsageError(
    `--time takes a time such as 2026-11-25T08:00:00Z, or seconds since 1970, not "${text}"`,
  );
}
