import { button, element } from './dom';
import type { Labels } from './labels';
import { parseLabels } from './labels';

export interface LabelRowsOptions {
  /** What the rows hold, for screen readers: `label`. */
  readonly noun: string;
  readonly onChange: () => void;
  /** Values to offer for a name. */
  readonly valuesOf?: (name: string) => readonly string[];
  /** The id of a list of names to offer. */
  readonly namesList?: string;
  /** Values may have several lines. */
  readonly isMultiline?: boolean;
}

interface Row {
  readonly element: HTMLElement;
  readonly name: HTMLInputElement;
  readonly value: HTMLInputElement | HTMLTextAreaElement;
}

let listsMade = 0;

/**
 * Rows of name and value with one empty row at the end, so that typing there adds one.
 * A list pasted into a name, as `a=b,c=d`, becomes rows.
 */
export class LabelRows {
  readonly element: HTMLElement;
  private rows: Row[] = [];

  constructor(private readonly options: LabelRowsOptions) {
    this.element = element('div', { class: 'label-rows' });
    this.addRow('', '');
  }

  /** What is written, without rows that lack the name or the value: an empty label is none. */
  get labels(): Record<string, string> {
    return Object.fromEntries(
      this.rows
        .map(({ name, value }): [string, string] => [name.value.trim(), value.value])
        .filter(([name, value]) => name !== '' && value !== ''),
    );
  }

  /** Shows these labels, the alert's name first, and names that wait for a value. */
  set(labels: Labels, open: readonly string[] = []): void {
    for (const row of this.rows) row.element.remove();
    this.rows = [];
    const { alertname, ...others } = labels;
    if (alertname !== undefined) this.addRow('alertname', alertname);
    for (const [name, value] of Object.entries(others)) this.addRow(name, value);
    for (const name of open) if (!Object.hasOwn(labels, name)) this.addRow(name, '');
    this.addRow('', '');
  }

  focus(): void {
    const empty = this.rows.find(({ name, value }) => name.value === '' || value.value === '');
    (empty?.name.value === '' ? empty.name : empty?.value)?.focus();
  }

  private addRow(nameText: string, valueText: string): void {
    const { noun, namesList, valuesOf, isMultiline } = this.options;
    const name = written(textInput(), nameText, noun);
    name.setAttribute('aria-label', `Name of the ${noun}`);
    const value = written(isMultiline ? textArea() : textInput(), valueText, 'value');
    const remove = button({ class: 'icon', title: 'Remove' }, () => {
      this.remove(row);
    });
    remove.append('×');
    const row: Row = {
      element: element('div', { class: 'label-row' }, name, '=', value, remove),
      name,
      value,
    };
    const nameChanged = (): void => {
      const shown = name.value === '' ? `the ${noun}` : name.value;
      value.setAttribute('aria-label', `Value of ${shown}`);
      remove.setAttribute('aria-label', `Remove ${shown}`);
    };
    nameChanged();

    if (namesList !== undefined) name.setAttribute('list', namesList);
    if (valuesOf) {
      const list = element('datalist');
      list.id = `values-${(listsMade += 1)}`;
      value.setAttribute('list', list.id);
      row.element.append(list);
      value.addEventListener('focus', () => {
        list.replaceChildren(...valuesOf(name.value.trim()).map((text) => new Option(text, text)));
      });
    }
    name.addEventListener('input', nameChanged);
    name.addEventListener('paste', (event) => {
      this.paste(event, row);
    });
    row.element.addEventListener('input', () => {
      this.changed();
    });
    row.element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.target instanceof HTMLInputElement) this.moveOn(row, event.target);
    });
    this.rows.push(row);
    this.element.append(row.element);
  }

  private paste(event: ClipboardEvent, row: Row): void {
    const pasted = parseLabels(event.clipboardData?.getData('text/plain') ?? '');
    if (!pasted || Object.keys(pasted).length === 0) return;
    event.preventDefault();
    const kept = this.rows.filter((each) => each !== row && each.name.value !== '');
    const labels = Object.fromEntries(kept.map(({ name, value }) => [name.value, value.value]));
    this.set({ ...labels, ...pasted });
    this.focus();
    this.options.onChange();
  }

  private moveOn(row: Row, from: HTMLInputElement): void {
    const next = from === row.name ? row.value : this.rows[this.rows.indexOf(row) + 1]?.name;
    next?.focus();
  }

  private remove(row: Row): void {
    const index = this.rows.indexOf(row);
    this.rows.splice(index, 1);
    row.element.remove();
    this.changed();
    this.rows[Math.min(index, this.rows.length - 1)]?.name.focus();
  }

  private changed(): void {
    const last = this.rows.at(-1);
    if (last?.name.value !== '' || last.value.value !== '') this.addRow('', '');
    this.options.onChange();
  }
}

function textInput(): HTMLInputElement {
  const input = element('input');
  input.type = 'text';
  input.autocomplete = 'off';
  return input;
}

function textArea(): HTMLTextAreaElement {
  const area = element('textarea');
  area.rows = 1;
  return area;
}

function written<Field extends HTMLInputElement | HTMLTextAreaElement>(
  field: Field,
  text: string,
  placeholder: string,
): Field {
  field.spellcheck = false;
  field.placeholder = placeholder;
  field.value = text;
  return field;
}
