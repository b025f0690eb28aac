import type { PreviewNotificationResult, SampleAlerts } from '../../../server/src/protocol';
import { byId, element } from '../shared/dom';
import { connectHost, debounced } from '../shared/host';
import { showMessage } from './message';
import type { FromPreviewPage, ToPreviewPage } from './messages';
import { SampleForm } from './sample-form';
import '../shared/base.css';
import './style.css';

const DEBOUNCE_MILLISECONDS = 150;

const send: (message: FromPreviewPage) => void = connectHost((message) => {
  receive(message as ToPreviewPage);
});

let edited: SampleAlerts | undefined;
const sendSoon = debounced(DEBOUNCE_MILLISECONDS, () => {
  if (edited) send({ kind: 'sample', sample: edited });
});
const form = new SampleForm(
  (sample) => {
    edited = sample;
    sendSoon();
  },
  (alert) => {
    send({ kind: 'pickRule', alert });
  },
);

const title = element('h1');
const state = element('p', { class: 'for-readers', 'aria-live': 'polite' });
const problem = element('p', { class: 'note' });
const messages = element('div');
/** What each message on the page was made of. */
let shown: string[] = [];

problem.hidden = true;
byId('page').append(title, form.element, state, problem, messages);
send({ kind: 'ready' });

function receive(message: ToPreviewPage): void {
  switch (message.kind) {
    case 'sample':
      form.set(message.sample);
      break;
    case 'rule':
      form.fill(message.alert, message.labels, message.annotations);
      break;
    case 'result':
      show(message.result);
      break;
  }
}

/** Shows the result, leaving messages that are as before alone, so that frames don't flicker. */
function show(result: PreviewNotificationResult): void {
  const { scrollY } = window;
  title.textContent = result.title;
  problem.hidden = result.problem === undefined;
  problem.textContent = result.problem ?? '';
  state.textContent = stateOf(result);

  const made = result.messages.map((message) => JSON.stringify(message));
  result.messages.forEach((message, index) => {
    const old = messages.children[index];
    if (old && shown[index] === made[index]) return;
    const next = showMessage(message);
    if (!old) {
      messages.append(next);
      return;
    }
    keepOpen(old, next);
    old.replaceWith(next);
  });
  while (messages.children.length > made.length) messages.lastElementChild?.remove();
  shown = made;
  window.scrollTo(0, scrollY);
}

function keepOpen(old: Element, next: Element): void {
  const before = old.querySelectorAll('details');
  next.querySelectorAll('details').forEach((details, index) => {
    details.open = before[index]?.open ?? false;
  });
}

function stateOf({ messages: sent, problem: why }: PreviewNotificationResult): string {
  if (why !== undefined) return why;
  const failed = sent.flatMap(({ fields }) => fields.filter(({ error }) => error !== undefined)).length;
  return failed > 0 ? `${failed} of the fields fail` : 'The preview is up to date';
}
