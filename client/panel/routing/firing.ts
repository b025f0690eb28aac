import { button, element } from '../shared/dom';
import type { Labels } from '../shared/labels';
import { formatLabels, parseLabels } from '../shared/labels';

/** The alerts that fire at the same time, one a line, each as `a="b", c="d"`. */
export class FiringAlerts {
  readonly element = element('ul', { class: 'firing' });
  private inputs: HTMLInputElement[] = [];

  constructor(private readonly onChange: () => void) {}

  /** Those that can be read and have labels. */
  get alerts(): Labels[] {
    return this.inputs
      .map(({ value }) => parseLabels(value) ?? {})
      .filter((labels) => Object.keys(labels).length > 0);
  }

  add(labels: Labels): void {
    const input = element('input', { 'aria-label': 'Labels of another firing alert' });
    input.type = 'text';
    input.spellcheck = false;
    input.placeholder = 'alertname="DatacenterDown", severity="critical"';
    input.value = formatLabels(labels);
    input.addEventListener('input', () => {
      input.setCustomValidity(parseLabels(input.value) ? '' : 'Labels look like: a="b", c="d"');
      input.reportValidity();
      this.onChange();
    });
    const remove = button({ class: 'icon', title: 'Remove', 'aria-label': 'Remove this alert' }, () => {
      this.inputs = this.inputs.filter((each) => each !== input);
      row.remove();
      this.onChange();
    });
    remove.append('×');
    const row = element('li', {}, input, remove);
    this.inputs.push(input);
    this.element.append(row);
    this.onChange();
    input.focus();
  }
}
