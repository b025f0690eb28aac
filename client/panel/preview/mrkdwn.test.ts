import { describe, expect, it } from 'vitest';
import type { Block, Inline } from './mrkdwn';
import { parseMrkdwn } from './mrkdwn';

describe('parseMrkdwn', () => {
  it.each<[string, string]>([
    ['plain', 'line(plain)'],
    ['*bold* _italic_ ~strike~ `code`', 'line(bold(bold)| |italic(italic)| |strike(strike)| |code[code])'],
    ['*bold _both_*', 'line(bold(bold |italic(both)))'],
    ['snake_case_name 2*3*4', 'line(snake_case_name 2*3*4)'],
    ['* not bold* *', 'line(* not bold* *)'],
    ['*open', 'line(*open)'],
    ['**', 'line(**)'],
    ['`*not bold*`', 'line(code[*not bold*])'],
    ['one\ntwo', 'line(one) line(two)'],
    ['> quoted *text*\nafter', 'quote(quoted |bold(text)) line(after)'],
    ['&gt; quoted', 'quote(quoted)'],
    ['before\n```\na *b*\nc\n```\nafter', 'line(before) preformatted[a *b*\nc] line(after)'],
    ['a ``` b', 'line(a ``` b)'],
    ['<https://a.example/x?y=1&amp;z=2|Runbook>', 'line(link[https://a.example/x?y=1&z=2 Runbook])'],
    ['see https://a.example/x, now', 'line(see |link[https://a.example/x https://a.example/x]|, now)'],
    ['<!here> <@U1|ann> <#C1|ops>', 'line(mention[@here]| |mention[@ann]| |mention[#ops])'],
    [':fire: on :unknown:', 'line(🔥 on :unknown:)'],
    ['a < b > c', 'line(a < b > c)'],
    ['', ''],
  ])('%j', (text, tree) => {
    expect(parseMrkdwn(text).map(shown).join(' ')).toBe(tree);
  });
});

describe('labels that try to inject something stay text', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<javascript:alert(1)|click>',
    '<data:text/html,x|click>',
    '"><svg onload=alert(1)>',
  ])('%s', (text) => {
    expect(parseMrkdwn(text)).toEqual([{ kind: 'line', children: [{ kind: 'text', text }] }]);
  });

  it('entities become the characters that they stand for, and those once', () => {
    expect(parseMrkdwn('&lt;b&gt; &amp;lt;')).toEqual([
      { kind: 'line', children: [{ kind: 'text', text: '<b> &lt;' }] },
    ]);
  });
});

it.each(['*a '.repeat(20_000), '<'.repeat(20_000), '`'.repeat(20_001), '*_~'.repeat(10_000)])(
  'many marks that nothing closes are read at once',
  (text) => {
    expect(parseMrkdwn(text).length).toBeGreaterThan(0);
  },
);

function shown(block: Block): string {
  if (block.kind === 'preformatted') return `preformatted[${block.text}]`;
  return `${block.kind}(${block.children.map(inlineShown).join('|')})`;
}

function inlineShown(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
    case 'mention':
      return `${inline.kind}[${inline.text}]`;
    case 'link':
      return `link[${inline.url} ${inline.text}]`;
    default:
      return `${inline.kind}(${inline.children.map(inlineShown).join('|')})`;
  }
}
