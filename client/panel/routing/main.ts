import type { RouteAlertParams } from '../../../server/src/protocol';
import { byId, button, element } from '../shared/dom';
import { connectHost, debounced } from '../shared/host';
import { LabelRows } from '../shared/label-rows';
import { showAnswer, summarise } from './answer';
import { FiringAlerts } from './firing';
import type { FromRoutingPage, NamedConfig, ToRoutingPage } from './messages';
import { labelsOfRoutes } from './suggestions';
import '../shared/base.css';
import './style.css';

const DEBOUNCE_MILLISECONDS = 60;

let configs: readonly NamedConfig[] | undefined;
let chosen: NamedConfig | undefined;
let question = 0;

const send: (message: FromRoutingPage) => void = connectHost((message) => {
  receive(message as ToRoutingPage);
});
const askSoon = debounced(DEBOUNCE_MILLISECONDS, ask);

const labels = new LabelRows({
  noun: 'label',
  onChange: askSoon,
  namesList: 'label-names',
  valuesOf: (name) => [...(labelsOfRoutes(chosen ? [chosen.root] : []).get(name) ?? [])],
});
const names = element('datalist');
names.id = 'label-names';
const firing = new FiringAlerts(askSoon);
const config = element('select', { 'aria-label': 'Configuration' });
const configRow = element('label', { class: 'bar' }, 'Configuration', config);
const atTime = element('input', { 'aria-label': 'Time' });
const at = element('span', { class: 'bar' }, atTime, Intl.DateTimeFormat().resolvedOptions().timeZone);
const now = element('input');
const summary = element('p', { class: 'summary', 'aria-live': 'polite' });
const answer = element('div');

build();
send({ kind: 'ready' });

function build(): void {
  now.type = 'checkbox';
  now.checked = true;
  atTime.type = 'datetime-local';
  at.hidden = true;
  now.addEventListener('change', () => {
    at.hidden = now.checked;
    if (atTime.value === '') atTime.value = localMinute(new Date());
    askSoon();
  });
  atTime.addEventListener('input', askSoon);
  config.addEventListener('change', () => {
    choose(configs?.[config.selectedIndex]);
  });
  configRow.hidden = true;

  byId('page').append(
    element('h1', {}, 'Where does this alert go?'),
    element(
      'p',
      { class: 'quiet' },
      'Type the labels of an alert, paste them as a="b", c="d", or pick a rule.',
    ),
    configRow,
    heading('Alert', pick('alert')),
    labels.element,
    names,
    element('div', { class: 'bar time' }, element('span', {}, 'Time'), element('label', {}, now, ' now'), at),
    element(
      'details',
      { class: 'others-firing' },
      element('summary', {}, 'Other alerts that fire at the same time'),
      element('p', { class: 'quiet' }, 'An inhibit rule may let them mute this one.'),
      firing.element,
      element(
        'div',
        { class: 'bar' },
        button(
          {},
          () => {
            firing.add({});
          },
          'Add Alert',
        ),
        pick('firing'),
      ),
    ),
    element('section', { 'aria-label': 'Answer' }, summary, answer),
  );
}

function heading(text: string, ...others: readonly Node[]): HTMLElement {
  return element('div', { class: 'bar heading' }, element('h2', {}, text), ...others);
}

function pick(purpose: 'alert' | 'firing'): HTMLElement {
  return button(
    {},
    () => {
      send({ kind: 'pickRule', for: purpose });
    },
    'Pick Alert Rule…',
  );
}

function receive(message: ToRoutingPage): void {
  switch (message.kind) {
    case 'configs':
      takeConfigs(message.configs);
      break;
    case 'alert':
      labels.set(message.labels, message.open);
      labels.focus();
      choose(configs?.find(({ uri }) => uri === message.uri) ?? chosen);
      break;
    case 'firing':
      firing.add(message.labels);
      break;
    case 'answer':
      if (message.question === question) show(message.answer);
      break;
  }
}

function takeConfigs(taken: readonly NamedConfig[]): void {
  configs = taken;
  config.replaceChildren(...taken.map(({ title }) => new Option(title, title)));
  configRow.hidden = taken.length < 2;
  choose(taken.find(({ uri, index }) => uri === chosen?.uri && index === chosen.index) ?? taken[0]);
}

function choose(next: NamedConfig | undefined): void {
  chosen = next;
  if (next) config.selectedIndex = configs?.indexOf(next) ?? -1;
  names.replaceChildren(
    ...['alertname', ...labelsOfRoutes(next ? [next.root] : []).keys()].map((name) => new Option(name, name)),
  );
  ask();
}

function ask(): void {
  question += 1;
  if (!configs) return;
  if (!chosen) {
    send({ kind: 'nothing' });
    summary.textContent = 'No Alertmanager configuration was found in this workspace.';
    answer.replaceChildren();
    return;
  }
  const params: RouteAlertParams = {
    uri: chosen.uri,
    index: chosen.index,
    labels: labels.labels,
    firing: firing.alerts,
    ...(now.checked || atTime.value === '' ? {} : { time: new Date(atTime.value).getTime() }),
  };
  send({ kind: 'ask', question, params });
}

function show(result: Extract<ToRoutingPage, { kind: 'answer' }>['answer']): void {
  if (!chosen) return;
  const { uri, root } = chosen;
  const text = summarise(result);
  if (summary.textContent !== text) summary.textContent = text;
  summary.classList.toggle('problem', result.problem !== undefined);
  const shown =
    result.problem === undefined
      ? showAnswer(root, result, (range) => {
          send({ kind: 'reveal', uri, range });
        })
      : [];
  const { scrollY } = window;
  answer.replaceChildren(...shown);
  window.scrollTo(0, scrollY);
}

/** A time as `datetime-local` writes it, in the time zone of the machine. */
function localMinute(time: Date): string {
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
