import { describe, expect, it } from 'vitest';
import { lintTemplate } from './lint';
import { mark, parsed, unmark } from './testing';

function lint(marked: string) {
  const { text } = unmark(marked);
  const result = parsed(text);
  expect(result.faults).toEqual([]);
  const findings = lintTemplate(result);
  return {
    codes: findings.map(({ code }) => code.replace('template/', '')),
    marked: mark(
      text,
      findings.map(({ span }) => span),
    ),
  };
}

// Each was run by Prometheus (promtool test rules) and fails, or prints `%!`.
describe('certainly wrong', () => {
  it.each([
    ['unknown-field', '{{ .«Foo» }}'],
    ['unknown-field', '{{ $labels.a.«b» }}'],
    ['unknown-field', '{{ (query "up").«Value» }}'],
    ['unknown-field', '{{ range query "up" }}{{ .«instance» }}{{ end }}'],
    ['unknown-field', '{{ with $labels.a }}{{ .«Value» }}{{ end }}'],
    ['unknown-field', '{{ range $name, $value := $labels }}{{ $value.«x» }}{{ end }}'],
    ['argument-count', '{{ «humanize» }}'],
    ['argument-count', '{{ $value | «humanize1024» "x" }}'],
    ['argument-count', '{{ «reReplaceAll» "a" "b" }}'],
    ['argument-count', '{{ «eq» 1 }}'],
    ['argument-count', '{{ «slice» "abc" 1 2 3 4 }}'],
    ['argument-count', '{{ print «humanize» }}'],
    ['argument-type', '{{ toUpper «$value» }}'],
    ['argument-type', '{{ $value | «title» }}'],
    ['argument-type', '{{ query «5» }}'],
    ['argument-type', '{{ $labels | «first» }}'],
    ['argument-type', '{{ label "a" «(query "up")» }}'],
    ['argument-type', '{{ humanize «true» }}'],
    ['argument-type', '{{ len «$value» }}'],
    ['argument-type', '{{ slice «$labels» }}'],
    ['argument-type', '{{ index $labels «1» }}'],
    ['argument-type', '{{ index $labels "a" «"b"» }}'],
    ['comparison', '{{ if gt $value «10» }}a{{ end }}'],
    ['comparison', '{{ if «eq» $labels.a 1 }}a{{ end }}'],
    ['comparison', '{{ if «lt» $labels "a" }}a{{ end }}'],
    ['comparison', '{{ if «gt» true false }}a{{ end }}'],
    ['printf', '{{ printf «"%d"» $value }}'],
    ['printf', '{{ $value | printf «"%.2f%"» }}'],
    ['printf', '{{ $value | printf «"%.2f% used"» }}'],
    ['printf', '{{ $value | humanize | printf «"%.2f"» }}'],
    ['printf', '{{ printf «"%s %s"» $labels.a }}'],
    ['printf', '{{ printf «"%s"» $labels.a $labels.b }}'],
    ['printf', '{{ printf «"%i"» 5 }}'],
    ['not-a-function', '{{ «$value "x"» }}'],
    ['not-a-function', '{{ $value | «$labels.a» }}'],
    ['not-a-function', '{{ «"x" 1» }}'],
    ['not-a-function', '{{ «nil» }}'],
    ['not-iterable', '{{ range «$value» }}{{ end }}'],
    ['not-iterable', '{{ range «$labels.a» }}{{ end }}'],
    ['not-iterable', '{{ range «$i, $x := 5» }}{{ end }}'],
    ['undefined-template', '{{ template «"nope"» }}'],
    ['unset-variable', '{{ «$x» = 1 }}'],
    ['unset-variable', '{{ $x := «$x» }}'],
    ['unset-variable', '{{ if $value }}{{ $y := 1 }}{{ else }}{{ «$y» }}{{ end }}'],
  ])('%s: %s', (code, marked) => {
    expect(lint(marked)).toEqual({ codes: [code], marked });
  });
});

describe('not certainly wrong', () => {
  it.each([
    '{{ $labels.anything }} {{ $externalLabels.x }} {{ .Labels.y }} {{ .ExternalURL }}',
    '{{ $value | humanize }} {{ $labels.num | humanize }} {{ humanize 5 }}',
    '{{ printf "%.2f%%" $value }} {{ printf "%s is %v" $labels.a $value }} {{ printf "%*d" 5 6 }} {{ printf "%[1]d" 5 }}',
    '{{ printf "%s" $value }}',
    '{{ if gt $value 10.0 }}{{ end }}{{ if eq $labels.a "x" "y" }}{{ end }}{{ if lt (len $labels) 3 }}{{ end }}',
    '{{ range query "up" }}{{ .Labels.instance }} {{ .Value | humanize }}{{ end }}',
    '{{ with query "up" }}{{ . | first | value | printf "%.1f" }} {{ (index . 0).Labels.job }}{{ end }}',
    '{{ range $i, $s := query "up" | sortByLabel "a" }}{{ $i }} {{ $s.Labels.a }}{{ $.Value }}{{ end }}',
    '{{ range 3 }}{{ . }}{{ end }}{{ range $name, $text := $labels }}{{ $name | toUpper }}{{ end }}',
    '{{ ($value | toTime).Format "2006" }} {{ (toTime 5).Year }}',
    '{{ define "a" }}{{ .Foo.Bar }}{{ $.Baz | toUpper }}{{ end }}{{ template "a" (args 1 2) }}',
    '{{ $x := 1 }}{{ if $value }}{{ $x = "text" }}{{ end }}{{ $x | toUpper }}{{ gt $x 1.0 }}',
    '{{ $value.Sum }} {{ $labels.a | len }} {{ slice $labels.a 0 3 }} {{ index (query "up") 0 }}',
    '{{ or $labels.a "x" | toUpper }} {{ and $value 5 }}',
    '{{ . | }}',
  ])('%s', (text) => {
    expect(lint(text)).toEqual({ codes: [], marked: text });
  });
});

describe('messages and fixes', () => {
  it.each([
    [
      '{{ if gt $value 10 }}{{ end }}',
      "gt can't compare a sample value with an int; write 10.0",
      '{{ if gt $value 10.0 }}{{ end }}',
    ],
    ['{{ .Label.a }}', "the alert's data has no field Label; did you mean .Labels?", '{{ .Labels.a }}'],
    [
      '{{ $value | humanize1024 "x" }}',
      'humanize1024 takes 1 argument, not 2, with the one before |',
      undefined,
    ],
    [
      '{{ printf "%.2f% used" $value }}',
      'there is no value for "% u"; write "%%" for a percent sign',
      undefined,
    ],
    ['{{ title $value }}', 'title wants a string, not a sample value', undefined],
  ])('%s', (text, message, fixed) => {
    const [finding] = lintTemplate(parsed(text));
    expect(finding).toMatchObject({ severity: 'warning', message });
    const [edit] = finding?.fixes?.[0]?.edits ?? [];
    expect(edit && text.slice(0, edit.span.from) + edit.newText + text.slice(edit.span.to)).toBe(fixed);
  });
});
