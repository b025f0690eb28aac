import type { PreviewMessage } from '../../../server/src/protocol';
import { element, link } from '../shared/dom';
import { showField } from './field';
import { Fields } from './fields';
import { showMrkdwn, showPlain } from './show-mrkdwn';

/** Slack's own names of colours. */
const COLOURS: ReadonlyMap<string, string> = new Map([
  ['good', '#2eb886'],
  ['warning', '#daa038'],
  ['danger', '#a30200'],
]);

/** A message with its attachment, as Slack lays it out. */
export function showSlack(message: PreviewMessage): HTMLElement {
  const fields = new Fields(message);
  return element(
    'div',
    { class: 'slack' },
    element('div', { class: 'avatar', 'aria-hidden': 'true' }, fields.text('icon_emoji') ? '🔔' : 'A'),
    element(
      'div',
      { class: 'body' },
      element(
        'div',
        { class: 'bar' },
        showField(fields.get('username'), (text) => element('strong', {}, text)) ??
          element('strong', {}, 'Alertmanager'),
        element('span', { class: 'badge' }, 'APP'),
        showField(fields.get('channel'), (text) => element('span', { class: 'quiet' }, text)),
      ),
      showField(fields.get('message_text'), showMrkdwn),
      showField(fields.get('pretext'), showMrkdwn),
      showAttachment(fields),
    ),
  );
}

function showAttachment(fields: Fields): HTMLElement {
  const attachment = element(
    'div',
    { class: 'attachment' },
    showField(fields.get('color'), () => element('span')),
    showField(fields.get('title'), (text) => showTitle(text, fields.text('title_link'))),
    showField(fields.get('title_link'), () => element('span')),
    showField(fields.get('text'), showMrkdwn),
    showFieldGrid(fields.items('fields')),
    ...['image_url', 'thumb_url'].map((name) =>
      showField(fields.get(name), (text) => element('div', { class: 'quiet' }, `Image: ${text}`)),
    ),
    showActions(fields.items('actions')),
    showField(fields.get('footer'), (text) => element('div', { class: 'quiet footer' }, text)),
  );
  const colour = fields.text('color');
  const shown = COLOURS.get(colour ?? '') ?? colour;
  // The browser takes nothing but colours here.
  if (shown !== undefined) attachment.style.borderLeftColor = shown;
  return attachment;
}

function showTitle(title: string, url: string | undefined): HTMLElement {
  return element('div', { class: 'title' }, url === undefined ? title : link(url, title));
}

function showFieldGrid(items: readonly Fields[]): HTMLElement | undefined {
  if (items.length === 0) return undefined;
  const cells = items.map((item) =>
    element(
      'div',
      { class: item.text('short') === 'true' ? 'cell short' : 'cell' },
      showField(item.get('title'), (text) => element('strong', {}, text)),
      showField(item.get('value'), showPlain),
    ),
  );
  return element('div', { class: 'grid' }, ...cells);
}

function showActions(items: readonly Fields[]): HTMLElement | undefined {
  if (items.length === 0) return undefined;
  const buttons = items.map((item) => {
    const label = showField(item.get('text'), (text) => element('span', {}, text)) ?? 'Button';
    const url = item.text('url');
    const style = item.text('style');
    const attributes = { class: `action ${style === 'primary' || style === 'danger' ? style : ''}` };
    return element('span', attributes, url === undefined ? label : link(url, label));
  });
  return element('div', { class: 'bar actions' }, ...buttons);
}
