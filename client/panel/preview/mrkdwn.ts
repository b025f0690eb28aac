/**
 * Slack's mark-up "mrkdwn" (https://api.slack.com/reference/surfaces/formatting) as a tree. Text stays text: nothing
 * here makes markup of another language of it.
 */
export type Inline =
  | { readonly kind: 'text' | 'code' | 'mention'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly text: string };

export type Block =
  | { readonly kind: 'line' | 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'preformatted'; readonly text: string };

type Style = 'bold' | 'italic' | 'strike';

const STYLES: ReadonlyMap<string, Style> = new Map([
  ['*', 'bold'],
  ['_', 'italic'],
  ['~', 'strike'],
]);

/** A punctuation mark at the end belongs to the sentence. */
const WEB_ADDRESS = /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)]/y;

/** The line breaks beside a fence belong to it. */
const FENCED = /\n?```\n?([^]*?)\n?```\n?/g;

const EMOJI: Readonly<Record<string, string>> = {
  bell: '🔔',
  boom: '💥',
  chart_with_upwards_trend: '📈',
  eyes: '👀',
  fire: '🔥',
  fire_engine: '🚒',
  green_heart: '💚',
  hourglass: '⌛',
  information_source: 'ℹ️',
  large_green_circle: '🟢',
  large_yellow_circle: '🟡',
  mag: '🔍',
  no_bell: '🔕',
  notebook: '📓',
  red_circle: '🔴',
  rotating_light: '🚨',
  tada: '🎉',
  warning: '⚠️',
  white_check_mark: '✅',
  x: '❌',
};

/** The lines, quotations and preformatted parts of a text. */
export function parseMrkdwn(text: string): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  const addLines = (end?: number): void => {
    const lines = text.slice(at, end);
    if (lines !== '') blocks.push(...lines.split('\n').map(parseLine));
  };
  for (const match of text.matchAll(FENCED)) {
    addLines(match.index);
    blocks.push({ kind: 'preformatted', text: decode(match[1] ?? '') });
    at = match.index + match[0].length;
  }
  addLines();
  return blocks;
}

function parseLine(line: string): Block {
  const quoted = /^(?:>|&gt;) ?(.*)$/s.exec(line)?.[1];
  return quoted === undefined
    ? { kind: 'line', children: parseInline(line) }
    : { kind: 'quote', children: parseInline(quoted) };
}

/** The styles, links and mentions of one line. */
export function parseInline(line: string, within: readonly Style[] = []): Inline[] {
  const found: Inline[] = [];
  /** Marks that nothing closes from here on, so that they are looked for once. */
  const unclosed = new Set<string>();
  let text = '';
  const add = (inline: Inline): void => {
    if (text !== '') found.push({ kind: 'text', text: decode(text) });
    text = '';
    found.push(inline);
  };

  let at = 0;
  while (at < line.length) {
    const mark = line.charAt(at);
    const special = specialAt(line, at, unclosed);
    const style = STYLES.get(mark);
    const end = style && !within.includes(style) ? styleEnd(line, at, unclosed) : undefined;
    if (special) {
      add(special.inline);
      at = special.end;
    } else if (style && end !== undefined) {
      add({ kind: style, children: parseInline(line.slice(at + 1, end), [...within, style]) });
      at = end + 1;
    } else {
      text += mark;
      at += 1;
    }
  }
  if (text !== '') found.push({ kind: 'text', text: decode(text) });
  return found;
}

/** What stands in angle brackets or backticks at an offset, or the web address that begins there. */
function specialAt(
  line: string,
  at: number,
  unclosed: Set<string>,
): { inline: Inline; end: number } | undefined {
  const mark = line.charAt(at);
  if (mark === 'h') {
    WEB_ADDRESS.lastIndex = at;
    const url = WEB_ADDRESS.exec(line)?.[0];
    return url === undefined
      ? undefined
      : { inline: { kind: 'link', url: decode(url), text: decode(url) }, end: at + url.length };
  }
  const closing = { '<': '>', '`': '`' }[mark];
  if (closing === undefined || unclosed.has(closing)) return undefined;
  const end = line.indexOf(closing, at + 1);
  if (end < 0) unclosed.add(closing);
  if (end <= at + 1) return undefined;
  const inner = line.slice(at + 1, end);
  const inline: Inline | undefined =
    mark === '`' ? { kind: 'code', text: decode(inner) } : parseBracket(inner);
  return inline && { inline, end: end + 1 };
}

function parseBracket(inner: string): Inline | undefined {
  const bar = inner.indexOf('|');
  const target = decode(bar < 0 ? inner : inner.slice(0, bar));
  const label = bar < 0 ? undefined : decode(inner.slice(bar + 1));
  if (/^(?:https?:\/\/|mailto:)/i.test(target)) return { kind: 'link', url: target, text: label ?? target };
  if (/^[@#]/.test(target))
    return { kind: 'mention', text: `${target.charAt(0)}${label ?? target.slice(1)}` };
  if (target.startsWith('!')) return { kind: 'mention', text: `@${label ?? target.slice(1)}` };
  return undefined;
}

/** The offset of the mark that closes the style which opens at an offset: both stand at the outside of words. */
function styleEnd(line: string, at: number, unclosed: Set<string>): number | undefined {
  const mark = line.charAt(at);
  if (unclosed.has(mark) || isWordPart(line[at - 1]) || /^\s?$/.test(line.charAt(at + 1))) return undefined;
  for (let end = line.indexOf(mark, at + 2); end > 0; end = line.indexOf(mark, end + 1)) {
    if (!/\s/.test(line.charAt(end - 1)) && !isWordPart(line[end + 1])) return end;
  }
  unclosed.add(mark);
  return undefined;
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** Slack's three entities, and the emoji that monitoring uses, as characters. */
function decode(text: string): string {
  return text
    .replace(/&(amp|lt|gt);/g, (_, name: 'amp' | 'lt' | 'gt') => ({ amp: '&', lt: '<', gt: '>' })[name])
    .replace(/:([a-z_]+):/g, (whole, name: string) =>
      Object.hasOwn(EMOJI, name) ? (EMOJI[name] ?? whole) : whole,
    );
}
