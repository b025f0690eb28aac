import { quoted } from '../../../../text/quoted';
import { closest } from '../../../../text/similar';
import type { ChoiceInfo, FieldType, StringCheck } from '../../../structure/types';
import type { AlertmanagerCode } from '../../codes';

const QUOTED_NULLS = ['null', '~'];
const code: AlertmanagerCode = 'alertmanager/invalid-value';

/**
 * A field that takes one of these values. Nothing at all counts as absent unless `emptyToo` is false. `readsItself`: a
 * Go string type with a reading of its own, which go-yaml v2 doesn't ask about `"null"` and `"~"`, even in quotes.
 */
export function oneOf(
  values: readonly ChoiceInfo[],
  { emptyToo = true, readsItself = false } = {},
): FieldType {
  const names = values.map(({ value }) => value);
  const check: StringCheck = {
    title: `one of ${names.join(', ')}`,
    examples: names,
    fault: (text) => {
      if (names.includes(text) || (text === '' && emptyToo) || (readsItself && QUOTED_NULLS.includes(text)))
        return undefined;
      const meant = closest(text, names);
      const hint = meant === undefined ? `write one of ${names.join(', ')}` : `did you mean "${meant}"?`;
      return { code, message: `${quoted(text)} is not known here; ${hint}`, suggestion: meant };
    },
  };
  return { kind: 'string', check, values, closed: true };
}
