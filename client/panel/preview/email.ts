import type { PreviewMessage } from '../../../server/src/protocol';
import { element } from '../shared/dom';
import { showField, showHtml } from './field';
import { Fields } from './fields';

const HEADERS = [
  ['From', 'from'],
  ['To', 'to'],
] as const;

/** An e-mail as a mail program shows it: its subject, whom it goes to, and its body. */
export function showEmail(message: PreviewMessage): HTMLElement {
  const fields = new Fields(message);
  const subject = fields.get('headers.subject') ?? fields.get('subject');
  const html = showField(fields.get('html'), showHtml);
  const text = showField(fields.get('text'), (body) => element('div', { class: 'raw' }, body));
  return element(
    'div',
    { class: 'email' },
    showField(subject, (written) => element('div', { class: 'subject' }, written)) ??
      element('div', { class: 'subject quiet' }, 'No subject'),
    element(
      'dl',
      {},
      ...HEADERS.flatMap(([title, name]) => {
        const value = showField(fields.get(`headers.${title}`) ?? fields.get(name), (written) =>
          element('span', {}, written),
        );
        return value ? [element('dt', {}, title), element('dd', {}, value)] : [];
      }),
    ),
    html ?? text ?? element('p', { class: 'quiet' }, 'No body'),
    html && text && element('details', {}, element('summary', {}, 'As plain text'), text),
  );
}
