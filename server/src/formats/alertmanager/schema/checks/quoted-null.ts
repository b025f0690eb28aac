import type { StringCheck } from '../../../structure/types';
import type { AlertmanagerCode } from '../../codes';

const code: AlertmanagerCode = 'alertmanager/wrong-type';

/**
 * The same check for a Go type that is no string: go-yaml v2 takes `"null"` and `"~"` for nulls even in quotes, doesn't
 * ask the type to read them, and then finds that they are text (decode.go, decoder.prepare).
 */
export function notQuotedNull(check: StringCheck): StringCheck {
  const fault: StringCheck['fault'] = (text, context) =>
    text === 'null' || text === '~'
      ? { code, message: `Alertmanager can't read "${text}" in quotes here` }
      : check.fault(text, context);
  return { ...check, fault };
}

/** A secret behind a pointer. */
export const pointerSecret = notQuotedNull({ title: 'text', fault: () => undefined });
