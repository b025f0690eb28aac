import { element, link } from '../shared/dom';
import type { Block, Inline } from './mrkdwn';
import { parseInline, parseMrkdwn } from './mrkdwn';

const TAGS = { bold: 'strong', italic: 'em', strike: 's' } as const;

/** A text as Slack shows it where mark-up is on. Blank lines at its end are not shown. */
export function showMrkdwn(text: string): HTMLElement {
  return element('div', { class: 'mrkdwn' }, ...parseMrkdwn(text.trimEnd()).map(showBlock));
}

/** A text as Slack shows it where mark-up is off: links are links all the same. */
export function showPlain(text: string): HTMLElement {
  const lines = text
    .split('\n')
    .map((line) =>
      element(
        'div',
        { class: 'line' },
        ...parseInline(line).map((inline) =>
          inline.kind === 'link' ? showInline(inline) : sourceOf(inline),
        ),
      ),
    );
  return element('div', { class: 'mrkdwn' }, ...lines);
}

function showBlock(block: Block): HTMLElement {
  switch (block.kind) {
    case 'preformatted':
      return element('pre', {}, block.text);
    case 'quote':
      return element('blockquote', {}, ...block.children.map(showInline));
    case 'line':
      return element('div', { class: 'line' }, ...block.children.map(showInline));
  }
}

function showInline(inline: Inline): Node | string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return element('code', {}, inline.text);
    case 'mention':
      return element('span', { class: 'mention' }, inline.text);
    case 'link':
      return link(inline.url, inline.text);
    default:
      return element(TAGS[inline.kind], {}, ...inline.children.map(showInline));
  }
}

const MARKS = { bold: '*', italic: '_', strike: '~', code: '`' } as const;

/** How mark-up looks that isn't acted on. */
function sourceOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'mention':
    case 'link':
      return inline.text;
    case 'code':
      return `${MARKS.code}${inline.text}${MARKS.code}`;
    default:
      return `${MARKS[inline.kind]}${inline.children.map(sourceOf).join('')}${MARKS[inline.kind]}`;
  }
}
