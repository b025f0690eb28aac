import type { SampleAlerts } from '../../../server/src/protocol';
import { button, element } from '../shared/dom';
import { LabelRows } from '../shared/label-rows';
import type { Labels } from '../shared/labels';

type SampleAlert = SampleAlerts['alerts'][number];

interface AlertForm {
  readonly element: HTMLElement;
  readonly status: HTMLSelectElement;
  readonly labels: LabelRows;
  readonly annotations: LabelRows;
}

const NEW_ALERT: SampleAlert = { status: 'firing', labels: { alertname: 'Example' }, annotations: {} };

/** The alerts that the notification is about, to edit. */
export class SampleForm {
  readonly element: HTMLElement;
  private readonly summary = element('summary');
  private readonly list = element('div', { class: 'sample-alerts' });
  private readonly groupBy = textInput('Group by');
  private readonly externalUrl = textInput('Alertmanager’s address');
  private alerts: AlertForm[] = [];

  constructor(
    private readonly onChange: (sample: SampleAlerts) => void,
    private readonly pickRule: (alert: number) => void,
  ) {
    this.groupBy.placeholder = 'alertname, cluster';
    this.element = element(
      'details',
      { class: 'sample' },
      this.summary,
      this.list,
      element(
        'div',
        { class: 'bar' },
        button(
          {},
          () => {
            this.add(NEW_ALERT);
            this.changed();
          },
          'Add Alert',
        ),
      ),
      element(
        'div',
        { class: 'bar settings' },
        element('label', {}, 'Group by ', this.groupBy),
        element('label', {}, 'Alertmanager’s address ', this.externalUrl),
      ),
    );
    for (const input of [this.groupBy, this.externalUrl]) {
      input.addEventListener('input', () => {
        this.changed();
      });
    }
  }

  get sample(): SampleAlerts {
    return {
      alerts: this.alerts.map(({ status, labels, annotations }) => ({
        status: status.value === 'resolved' ? 'resolved' : 'firing',
        labels: labels.labels,
        annotations: annotations.labels,
      })),
      groupBy: this.groupBy.value.split(',').flatMap((name) => name.trim() || []),
      externalUrl: this.externalUrl.value,
    };
  }

  set({ alerts, groupBy, externalUrl }: SampleAlerts): void {
    this.alerts = [];
    this.list.replaceChildren();
    for (const alert of alerts) this.add(alert);
    this.groupBy.value = groupBy.join(', ');
    this.externalUrl.value = externalUrl;
    this.summarise();
  }

  /** Gives one alert what a rule says. */
  fill(index: number, labels: Labels, annotations: Labels): void {
    this.alerts[index]?.labels.set(labels);
    this.alerts[index]?.annotations.set(annotations);
    this.changed();
  }

  private add(alert: SampleAlert): void {
    const onChange = (): void => {
      this.changed();
    };
    const status = element('select', { 'aria-label': 'Status' });
    status.append(new Option('firing', 'firing'), new Option('resolved', 'resolved'));
    status.value = alert.status;
    status.addEventListener('change', onChange);
    const labels = new LabelRows({ noun: 'label', onChange });
    const annotations = new LabelRows({ noun: 'annotation', onChange, isMultiline: true });
    labels.set(alert.labels);
    annotations.set(alert.annotations);
    const form: AlertForm = {
      element: element(
        'fieldset',
        {},
        element('legend', { class: 'for-readers' }, 'Alert'),
        element(
          'div',
          { class: 'bar' },
          status,
          button(
            {},
            () => {
              this.pickRule(this.alerts.indexOf(form));
            },
            'Pick Alert Rule…',
          ),
          button(
            {},
            () => {
              this.remove(form);
            },
            'Remove Alert',
          ),
        ),
        element('h3', {}, 'Labels'),
        labels.element,
        element('h3', {}, 'Annotations'),
        annotations.element,
      ),
      status,
      labels,
      annotations,
    };
    this.alerts.push(form);
    this.list.append(form.element);
  }

  private remove(form: AlertForm): void {
    this.alerts = this.alerts.filter((each) => each !== form);
    form.element.remove();
    this.changed();
  }

  private changed(): void {
    this.summarise();
    this.onChange(this.sample);
  }

  private summarise(): void {
    const resolved = this.alerts.filter(({ status }) => status.value === 'resolved').length;
    const firing = this.alerts.length - resolved;
    this.summary.textContent = `Sample alerts: ${firing} firing${resolved > 0 ? `, ${resolved} resolved` : ''}`;
  }
}

function textInput(label: string): HTMLInputElement {
  const input = element('input', { 'aria-label': label });
  input.type = 'text';
  input.spellcheck = false;
  return input;
}
