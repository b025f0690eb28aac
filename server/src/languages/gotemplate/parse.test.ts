import { describe, expect, it } from 'vitest';
import type { Operand, PipelineNode, TemplateNode } from './ast';
import { mark, parsed, unmark } from './testing';

/** The faults' codes, and the text with their spans marked. */
function faults(marked: string) {
  const { text } = unmark(marked);
  const { faults: found } = parsed(text);
  return {
    codes: found.map(({ code }) => code.replace('template/', '')),
    marked: mark(
      text,
      found.map(({ span }) => span),
    ),
  };
}

describe('accepted', () => {
  it.each([
    '',
    'plain { text } with }} braces',
    '{{ $labels.instance }}',
    '{{$value|humanize}}',
    '{{ .Labels.job }} {{ .Value }} {{ .ExternalURL }} {{ $externalLabels.cluster }} {{ $externalURL }}',
    '{{- $value -}}',
    '{{-\n$value\n-}}',
    '{{\n  $value\n  | humanize\n}}',
    '{{/* a comment */}}{{- /* another\none */ -}}',
    '{{ . | }}',
    '{{ $x = 1 }}',
    '{{ ($x := 1) }}{{ $x }}',
    '{{ $x := $x }}',
    '{{ if 1 }}{{ $y := 1 }}{{ else }}{{ $y }}{{ end }}',
    '{{ if $labels.a }}a{{ else if $labels.b }}b{{ else if $labels.c }}c{{ else }}d{{ end }}',
    '{{ with $labels.a }}a{{ else with $labels.b }}b{{ else }}c{{ end }}',
    '{{ range $i, $s := query "up" }}{{ if $i }}{{ break }}{{ end }}{{ continue }}{{ else }}none{{ end }}',
    '{{ range $i, $labels }}{{ end }}',
    '{{ range $x = query "up" }}{{ end }}',
    '{{ define "a" }}{{ . }}{{ end }}{{ template "a" $labels }}{{ template `a` }}',
    '{{ define "a" }}{{ end }}{{ define "a" }}full{{ end }}{{ define "a" }} {{/* empty */}} {{ end }}',
    '{{ block "a" . }}{{ .Labels }}{{ end }}',
    '{{ (query "up" | first).Value }}',
    '{{ print 1 -1 +1 0x1F 0b11 0o7 017 1_000 1.5 1e3 .5 1. 0x1p4 4i 1+2i }}',
    "{{ print 'a' '\\n' '\\'' '😀' \"\\\"\\u00e9\\x41\\101\" `raw \\q` nil true }}",
    '{{ humanize }}{{ .Foo }}{{ "x" 1 }}{{ template "nope" }}',
    '{{ index $labels "service.name" }}{{ $labels.größe }}{{ $ }}',
  ])('%s', (text) => {
    expect(parsed(text).faults).toEqual([]);
  });
});

describe('refused', () => {
  it.each([
    // Delimiters
    ['unclosed-action', 'a «{{ $value» '],
    ['unclosed-action', '«{{ $labels.instance is down»\nthe rest'],
    ['unclosed-action', '«{{ $value» {{ $value }}'],
    ['unclosed-action', '{{ $value «}» and {{ $value }}'],
    ['unclosed-action', '{{ $value«}» and {{ $value }}'],
    ['unexpected-token', '{{«{» $value }}}'],
    ['trim-marker', '{{«-»$value}}'],
    ['trim-marker', '{{«-».Labels}}'],
    ['trim-marker', '{{ if 1 }}{{«-»end}}'],
    ['trim-marker', '{{«-»/* c */}}'],
    ['trim-marker', '{{ $value«-}}»'],
    ['trim-marker', '{{ "x"«-}}»'],
    ['missing-value', '{{«}}»'],
    ['missing-value', '{{ print «()» }}'],
    ['missing-value', '{{ if «}}»{{ end }}'],
    ['missing-value', '{{ «$x := »}}'],
    // Comments
    ['unclosed-comment', '«{{/*» $value }} {{ if 1 }}'],
    ['misplaced-comment', '«{{ /* c */ }}»'],
    ['misplaced-comment', '{{/* c */« }}»'],
    ['unexpected-token', '{{ $value «/»* c */}}'],
    // Tokens
    ['unexpected-token', '{{ printf "%s"«,» $value }}'],
    ['unexpected-token', '{{ $value "a"«"b"» }}'],
    ['unexpected-token', '{{ $labels.a «:=» 1 }}'],
    ['unexpected-token', '{{ $value «if» }}'],
    ['unexpected-token', '{{ $value «:» 1 }}'],
    ['unexpected-token', '{{ end «foo» }}'],
    ['bad-character', '{{ «“»up“ }}'],
    ['bad-character', '{{ $labels.foo«-»bar }}'],
    ['bad-character', '{{ $value«+»1 }}'],
    ['unterminated-string', '{{ query «"up »}}'],
    ['unterminated-string', '{{ query «`up »}} {{ $value }}'],
    ['unterminated-string', "{{ print «'a »}}"],
    ['bad-string', '{{ match "a«\\.»b" $labels.a }}'],
    ['bad-string', '{{ print "«\\ud800»" }}'],
    ['bad-string', "{{ print «'ab'» }}"],
    ['bad-string', "{{ print «''» }}"],
    ['bad-number', '{{ print «1.5s» }}'],
    ['bad-number', '{{ print «089» }}'],
    ['bad-number', '{{ print «18446744073709551616» }}'],
    ['unclosed-parenthesis', '{{ print «(»1 }}'],
    ['unexpected-parenthesis', '{{ print 1«)» }}'],
    // Names
    ['undefined-variable', '{{ «$label».instance }}'],
    ['undefined-variable', '{{ with $x := 1 }}{{ end }}{{ «$x» }}'],
    ['undefined-variable', '{{ define "a" }}{{ «$value» }}{{ end }}'],
    ['undefined-variable', '{{ range «$k» }}{{ end }}'],
    ['unknown-function', '{{ $value | «humanise» }}'],
    ['unknown-function', '{{ «foo» bar baz }}'],
    ['unknown-function', '{{ «tmpl» "a" . }}'],
    ['not-executable', '{{ $value | «1» }}'],
    ['not-executable', '{{ $value | «"a"» }}'],
    ['field-of-literal', '{{ true«.x» }}'],
    ['field-of-literal', '{{ "a"«.b.c» }}'],
    ['field-of-literal', '{{ .«.b» }}'],
    ['too-many-declarations', '{{ $a«,» $b := 1 }}'],
    ['too-many-declarations', '{{ range $a, $b«,» $c := 1 }}{{ end }}'],
    ['unexpected-token', '{{ range $a, «.» }}{{ end }}'],
    // Blocks
    ['unclosed-block', 'x {{ «if» $value }} y'],
    ['unclosed-block', '{{ «if» $value }}{{ range .Labels }}{{ end }}'],
    ['unclosed-block', '{{ «define» "a" }}x'],
    ['unexpected-end', 'x «{{ end }}»'],
    ['unexpected-else', 'x {{ «else» }}'],
    ['unexpected-else', '{{ if 1 }}{{ else }}{{ «else» }}{{ end }}'],
    ['unexpected-else', '{{ if 1 }}{{ else }}{{ «else if» 2 }}{{ end }}'],
    ['unexpected-else', '{{ if 1 }}{{ «else with» 2 }}{{ end }}'],
    ['unexpected-else', '{{ range .Labels }}{{ «else if» 2 }}{{ end }}'],
    ['unexpected-else', '{{ define "a" }}{{ «else» }}{{ end }}'],
    ['outside-range', '{{ «break» }}'],
    ['outside-range', '{{ range .Labels }}{{ else }}{{ «continue» }}{{ end }}'],
    ['outside-range', '{{ range .Labels }}{{ block "a" . }}{{ «break» }}{{ end }}{{ end }}'],
    ['nested-define', '{{ if 1 }}{{ «define» "a" }}{{ end }}{{ end }}'],
    ['redefined', '{{ define "a" }}1{{ end }}{{ define «"a"» }}2{{ end }}'],
    ['redefined', '{{ define «"__alert_Test"» }}1{{ end }}'],
    ['unexpected-token', '{{ define «foo» }}{{ end }}'],
    ['unexpected-token', '{{ template «.x» }}'],
  ])('%s: %s', (code, marked) => {
    expect(faults(marked)).toEqual({ codes: [code], marked });
  });
});

describe('several faults', () => {
  it.each([
    ['each action is judged', '{{ «$a» }} {{ «foo» }} {{ true«.x» }} {{ «$b» }}'],
    ['a string without its end takes nothing along', '{{ printf «"%s »}} is "down" {{ «$a» }}'],
    ['text after an action without its end is no code', '«{{ $labels.instance is down:» {{ «$a» }}'],
    ['a misspelt keyword is one cause', '{{ «rang» .Labels }}x{{ else }}y{{ end }} {{ «$a» }}'],
    ['a misspelt end is one cause', '{{ if 1 }}x{{ «endif» }} {{ «$a» }}'],
    ['an end of one block too few', '{{ «if» 1 }}{{ range .Labels }}{{ with 1 }}x{{ end }}{{ end }}'],
    ['a name and what it cannot be followed by', '{{ $valu«.». }}'],
  ])('%s', (_, marked) => {
    const { marked: found } = faults(marked);
    expect(found).toBe(marked);
  });
});

describe('fixes', () => {
  it.each([
    ['{{-$value}}', '{{- $value}}'],
    ['{{ $value-}}', '{{ $value -}}'],
    ['{{ $value', '{{ $value }}'],
    ['{{ $value } x', '{{ $value }} x'],
    ['{{ /* c */ }}', '{{/* c */}}'],
    ['{{- /* a */  -}} {{-  /* b */  -}}', '{{- /* a */  -}} {{- /* b */ -}}'],
    ['{{ $label.a }}', '{{ $labels.a }}'],
    ['{{ $value | humanise }}', '{{ $value | humanize }}'],
    ['{{ $value | toupper }}', '{{ $value | toUpper }}'],
    ['{{ if 1 }}a{{ elif 2 }}b{{ end }}', '{{ if 1 }}a{{ else if 2 }}b{{ end }}'],
    ['{{ if 1 }}a', '{{ if 1 }}a{{ end }}'],
    ['a{{ end }}', 'a'],
    ['{{ print 1) }}', '{{ print 1 }}'],
    ['{{ print $labels.foo-bar }}', '{{ print (index $labels "foo-bar") }}'],
    ['{{ .Labels.foo/bar }}', '{{ (index .Labels "foo/bar") }}'],
  ])('%s → %s', (text, fixed) => {
    const edits = parsed(text).faults.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
    const result = edits.reduceRight(
      (t, { span, newText }) => t.slice(0, span.from) + newText + t.slice(span.to),
      text,
    );
    expect(result).toBe(fixed);
  });
});

/** The tree in one line, with the kinds of nodes and the text of leaves. */
function show(text: string, nodes: readonly TemplateNode[]): string {
  const leaf = ({ span }: { span: { from: number; to: number } }): string => text.slice(span.from, span.to);
  const operand = (node: Operand): string => {
    if (node.kind === 'pipeline') return `(${pipeline(node)})`;
    if (node.kind === 'chain')
      return `chain[${operand(node.base)} ${node.fields.map(({ name }) => name).join(' ')}]`;
    if (node.kind === 'field' || node.kind === 'variable') {
      return [node.kind === 'variable' ? node.name : 'dot', ...node.fields.map(({ name }) => name)].join('/');
    }
    return node.kind === 'number' ? `${node.type}:${leaf(node)}` : leaf(node);
  };
  const pipeline = (node: PipelineNode | undefined): string => {
    if (!node) return '?';
    const names = node.declarations.map(({ name }) => name).join(',');
    const commands = node.commands.map(({ operands }) => operands.map(operand).join(' ')).join(' | ');
    return names === '' ? commands : `${names} ${node.assigns ? '=' : ':='} ${commands}`;
  };
  return nodes
    .map((node): string => {
      switch (node.kind) {
        case 'text':
        case 'comment':
          return `${node.kind}<${leaf(node)}>`;
        case 'loop-exit':
          return 'exit';
        case 'action':
          return `do<${pipeline(node.pipeline)}>`;
        case 'template':
          return `template<${node.name?.value ?? '?'} ${pipeline(node.pipeline)}>`;
        case 'definition':
          return `${node.keyword}<${node.name?.value ?? '?'} ${pipeline(node.pipeline)} ${show(text, node.body)}>`;
        case 'control':
          return `${node.keyword}<${node.branches.map((b) => `${pipeline(b.pipeline)}: ${show(text, b.body)}`).join('; ')}>`;
      }
    })
    .join(' ');
}

describe('the tree', () => {
  it.each([
    ['a{{ $value }}b', 'text<a> do<$value> text<b>'],
    ['{{/* c */}}', 'comment<{{/* c */}}>'],
    ['{{ .A.B $x.c . | f }}', 'do<dot/A/B $x/c . | f>'],
    ['{{ $x, $y := 1 }}', 'do<?>'],
    ['{{ $x := 1.5 | print 2 }}', 'do<$x := float:1.5 | print int:2>'],
    ['{{ $x = "a" }}', 'do<$x = "a">'],
    ['{{ (query "up" | first).Value.X }}', 'do<chain[(query "up" | first) Value X]>'],
    ['{{ now.X }}', 'do<chain[now X]>'],
    ['{{ if 1 }}a{{ else if 2 }}b{{ else }}c{{ end }}', 'if<int:1: text<a>; int:2: text<b>; ?: text<c>>'],
    ['{{ range $i, $x := . }}{{ break }}{{ end }}', 'range<$i,$x := .: exit>'],
    ['{{ with . }}a{{ end }}b', 'with<.: text<a>> text<b>'],
    ['{{ with . }}a', 'with<.: text<a>>'],
    ['{{ define "x" }}a{{ end }}{{ template "x" . }}', 'define<x ? text<a>> template<x .>'],
    ['{{ block `x` $value }}a{{ end }}', 'block<x $value text<a>>'],
    ["{{ print 'a' 1i }}", "do<print int:'a' complex:1i>"],
  ])('%s', (text, expected) => {
    expect(show(text, parsed(text).nodes)).toBe(expected);
  });

  it('has spans that cover the text without gaps', () => {
    const text = 'a {{ if 1 }} b {{ $x := 2 }} {{ else if 3 }} c {{/* d */}} {{ end }} e {{ foo# }} f {{';
    const ends = parsed(text).nodes.map(({ span }) => span);
    expect(ends.map(({ from }) => from)).toEqual([0, ...ends.map(({ to }) => to).slice(0, -1)]);
    expect(ends.at(-1)?.to).toBe(text.length);
  });
});

describe('variables', () => {
  it('live until the end of the block around them', () => {
    const { text, spans } = unmark('{{ $a := 1 «}} {{ if $b := 2 }} {{ $c := 3 }} {{ else }} {{ end }} x»');
    const { variables } = parsed(text);
    expect(variables.map(({ name }) => name)).toEqual(['$a', '$b', '$c']);
    const inner = text.indexOf('{{ end }}');
    expect(variables.map(({ scope }) => scope.to)).toEqual([spans[0]?.to, inner, inner]);
  });
});

describe('versions', () => {
  it('knows the functions of the target version', () => {
    expect(parsed('{{ now }}', [3, 6]).faults).toEqual([]);
    expect(parsed('{{ now }}', [3, 5]).faults).toMatchObject([
      { code: 'template/unknown-function', message: 'unknown function now; it came with Prometheus 3.6' },
    ]);
  });
});
