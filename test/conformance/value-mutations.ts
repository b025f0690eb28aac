import { LINE_WITH_KEY, onALine, onAValue, quotedAs, type Mutation } from './mutation-tools';
import { values, durations, expressions, templates, labelNames } from './mutation-values';
import { pick } from './seeded-random';

/** Other values, expressions, templates and names than a field takes. */
export const valueMutations: Readonly<Record<string, Mutation>> = {
  'another value': onAValue(/./, (_, random) => pick(random, values)),
  'another value of a field': onAValue(
    /^(name|interval|query_offset|limit|labels|rules|alert|record|expr|for|keep_firing_for|annotations|groups)$/,
    (_, random) => pick(random, values),
  ),
  'another duration': onAValue(/^(for|keep_firing_for|interval|query_offset)$/, (_, random) =>
    pick(random, durations),
  ),
  'another expression': onAValue(/^expr$/, (_, random) => pick(random, expressions)),
  'a quoted expression': onAValue(/^expr$/, (_, random) =>
    quotedAs(pick(random, ['single', 'double']), pick(random, expressions)),
  ),
  'another template': onAValue(/^(summary|description|severity|title|team)$/, (_, random) =>
    quotedAs(pick(random, ['single', 'double']), pick(random, templates)),
  ),
  'a template that is not quoted': onAValue(/^(summary|description|severity)$/, (_, random) =>
    pick(random, [...templates, ...templates.map((t) => `text ${t}`)]),
  ),
  'another label name': onALine((line, random) =>
    /^\s+(severity|team|slo|window|summary|description|quantile)\s*:/.test(line)
      ? line.replace(/\w+/, () => pick(random, labelNames))
      : undefined,
  ),
  'a null': onALine((line, random) =>
    line.replace(LINE_WITH_KEY, (_, lead: string, key: string, colon: string) => {
      return pick(random, [`${lead}${key}${colon}`, `${lead}~`, `${lead}${key}${colon} ~`, lead.trimEnd()]);
    }),
  ),
};
