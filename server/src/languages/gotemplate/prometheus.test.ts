import { describe, expect, it } from 'vitest';
import { goFunctions, goKeywords } from './builtins';
import { signature } from './function-info';
import { KEYWORDS } from './lexer';
import { lintTemplate } from './lint';
import { prometheusTemplates } from './prometheus';
import { prometheusFunctions } from './prometheus-functions';
import { parsed } from './testing';

/** The names in template/template.go of Prometheus 3.14, with the version that has them first, if later than 2.0. */
const UPSTREAM =
  `args externalURL first graphLink humanize humanize1024 humanizeDuration humanizePercentage@2.11
  humanizeTimestamp label match now@3.6 parseDuration@2.32 pathPrefix query reReplaceAll safeHtml sortByLabel
  stripDomain@2.36 stripPort@2.33 strvalue tableLink title toDuration@3.6 toLower toTime@2.38 toUpper
  urlQueryEscape@3.8 value`.split(/\s+/);

/** The names in text/template/funcs.go of Go 1.27. */
const GO = 'and call eq ge gt html index js le len lt ne not or print printf println slice urlquery'.split(
  ' ',
);

describe('the function tables', () => {
  it('have the names of upstream', () => {
    const own = prometheusFunctions.map(({ name, since }) =>
      since === '2.0' ? name : `${name}@${since ?? ''}`,
    );
    expect(own.sort()).toEqual(UPSTREAM);
    expect(goFunctions.map(({ name }) => name).sort()).toEqual(GO);
    expect(new Set(goKeywords.map(({ name }) => name))).toEqual(KEYWORDS);
  });

  it.each([...goFunctions, ...prometheusFunctions])('$name has an example that is right', (info) => {
    const result = parsed(info.example);
    expect([...result.faults, ...lintTemplate(result)].filter(() => info.name !== 'call')).toEqual([]);
    expect(info.example).toContain(info.name);
    expect(info.summary).toMatch(/\.$/);
    expect(info.link).toMatch(/^https:/);
  });

  it.each(goKeywords)('$name has an example that is right', ({ name, example }) => {
    const result = parsed(name === 'template' ? `{{ define "where" }}{{ end }}${example}` : example);
    expect([...result.faults, ...lintTemplate(result)]).toEqual([]);
  });

  it('show how a function is called', () => {
    const { functions } = prometheusTemplates([3, 14]);
    const shown = ['now', 'humanize', 'reReplaceAll', 'printf']
      .map((name) => functions.get(name))
      .map((info) => info && signature(info));
    expect(shown).toEqual([
      'now',
      'humanize number',
      'reReplaceAll pattern replacement text',
      'printf format value…',
    ]);
  });

  it('are the same object for the same version', () => {
    expect(prometheusTemplates([3, 14])).toBe(prometheusTemplates([3, 14]));
  });
});

describe("the rules of Prometheus' Go", () => {
  it.each<[string, readonly [number, number], string[]]>([
    ['{{ with 1 }}{{ else with 2 }}{{ end }}', [2, 55], []],
    ['{{ with 1 }}{{ else with 2 }}{{ end }}', [2, 54], ['template/unexpected-else']],
    ['{{ with 1 }}{{ else }}{{ with 2 }}{{ end }}{{ end }}', [2, 54], []],
    ['{{ if 1 }}{{ else if 2 }}{{ end }}', [2, 40], []],
    ['{{ range query "up" }}{{ break }}{{ end }}', [2, 35], []],
    ['{{ range query "up" }}{{ break }}{{ end }}', [2, 34], ['template/unknown-function']],
    ['{{ range query "up" }}{{ continue }}{{ end }}', [2, 34], ['template/unknown-function']],
    ['{{ range 3 }}{{ . }}{{ end }}', [3, 3], []],
    ['{{ range 3 }}{{ . }}{{ end }}', [3, 2], ['template/not-iterable']],
  ])('%s in %j', (text, version, codes) => {
    const result = parsed(text, version);
    expect([...result.faults, ...lintTemplate(result)].map(({ code }) => code)).toEqual(codes);
  });
});
