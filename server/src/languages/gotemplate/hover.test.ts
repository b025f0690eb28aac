import { describe, expect, it } from 'vitest';
import { hoverTemplate } from './hover';
import { atCursor, parsed } from './testing';

describe('hoverTemplate', () => {
  it.each([
    ['{{ $value | hum‸anize }}', 'humanize', '**humanize number** → string'],
    ['{{ printf‸ "%s" $value }}', 'printf', '**printf format value…** → string'],
    ['{{ i‸f $value }}{{ end }}', 'if', '**if**'],
    ['{{ $la‸bels.instance }}', '$labels', '**$labels**: labels\n\nThe alert'],
    ['{{ $labels.inst‸ance }}', '.instance', "**instance**: string\n\nThe value of the alert's label"],
    ['{{ .Val‸ue }}', '.Value', '**Value**: sample value\n\nThe value of'],
    ['{{ range $i, $s := query "up" }}{{ $‸s.Labels }}{{ end }}', '$s', '**$s**: sample'],
    ['{{ range query "up" }}{{ .Lab‸els.a }}{{ end }}', '.Labels', '**Labels**: labels of a sample'],
    ['{{ with $labels.a }}{{ ‸. }}{{ end }}', '.', '**.**: string'],
    ['{{ $‸x := $value }}', '$x', '**$x**: sample value\n\nA variable of this template.'],
    ['{{ ‸$.Value }}', '$', "**$**: the alert's data"],
  ])('%s', (marked, word, markdown) => {
    const { text, offset } = atCursor(marked);
    const answer = hoverTemplate(parsed(text), offset);
    expect(answer && text.slice(answer.span.from, answer.span.to)).toBe(word);
    expect(answer?.markdown).toContain(markdown);
  });

  it.each([
    'a‸b {{ $value }}',
    '{{ "te‸xt" }}',
    '{{ 1‸2 }}',
    '{{ nope‸ }}',
    '{{ .Fo‸o }}',
    '{{/* $va‸lue */}}',
  ])('%s: nothing', (marked) => {
    const { text, offset } = atCursor(marked);
    expect(hoverTemplate(parsed(text), offset)).toBeUndefined();
  });

  it('tells the version of newer functions', () => {
    expect(hoverTemplate(parsed('{{ now }}'), 4)?.markdown).toContain('Since version 3.6.');
  });
});
