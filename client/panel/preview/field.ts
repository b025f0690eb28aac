import type { PreviewField } from '../../../server/src/protocol';
import { element } from '../shared/dom';

/** A field as the message shows it, by `show`; what it fails with where it does. Nothing for an empty one. */
export function showField(
  field: PreviewField | undefined,
  show: (text: string) => HTMLElement,
): HTMLElement | undefined {
  if (!field) return undefined;
  if (field.error !== undefined) return showError(field.name, field.error);
  return field.text === undefined || field.text === '' ? undefined : show(field.text);
}

export function showError(name: string, error: string): HTMLElement {
  return element('p', { class: 'note error' }, element('strong', {}, `${name}: `), error);
}

/** The contents of a frame that can run nothing and load nothing, whatever the HTML says. */
const FRAME_POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;

/** HTML as a mail program shows it, without pictures, scripts and links that lead away. */
export function showHtml(html: string): HTMLElement {
  const frame = element('iframe', { title: 'The message', class: 'html' });
  frame.setAttribute('sandbox', '');
  frame.srcdoc = FRAME_POLICY + html;
  return frame;
}

/** Every field with its name, for all that a view leaves out. */
export function showAllFields(fields: readonly PreviewField[]): HTMLElement {
  return element(
    'details',
    { class: 'all-fields' },
    element('summary', {}, fields.length === 1 ? '1 field' : `All ${fields.length} fields`),
    showList(fields),
  );
}

/** Fields with their names, one below the other. */
export function showList(fields: readonly PreviewField[]): HTMLElement {
  return element(
    'dl',
    { class: 'fields' },
    ...fields.flatMap((field) => [
      element(
        'dt',
        {},
        element('code', {}, field.name),
        field.isDefault && element('span', { class: 'quiet' }, ' default'),
      ),
      element('dd', {}, showValue(field)),
    ]),
  );
}

function showValue({ name, text, error }: PreviewField): HTMLElement {
  if (error !== undefined) return showError(name, error);
  return text === undefined || text === ''
    ? element('span', { class: 'quiet' }, 'empty')
    : element('div', { class: 'raw' }, text);
}
