import type { RouteNode } from '../../../server/src/protocol';
import { button, element } from '../shared/dom';
import type { Fate, Step } from './trace';
import { runs } from './trace';

const FATES: Readonly<Record<Fate, string>> = {
  reached: 'notifies',
  passed: 'matches, a route below decides',
  rejected: 'does not match',
  untried: 'not tried',
};

/** Shorter runs of routes that the alert did not come to are shown without being asked for. */
const SHOWN_OTHERS = 2;

type Reveal = (route: RouteNode) => void;

/** The way through the tree as nested lists; `reveal` shows a route in the editor. */
export function showTrace(root: Step, reveal: Reveal): HTMLElement {
  return element('ul', { class: 'trace' }, showStep(root, reveal));
}

function showStep({ route, fate, steps }: Step, reveal: Reveal): HTMLElement {
  const continues = route.continues && (fate === 'reached' || fate === 'passed');
  return element(
    'li',
    { class: fate },
    element(
      'div',
      { class: 'step' },
      button(
        { class: 'plain', title: 'Show in the editor' },
        () => {
          reveal(route);
        },
        ...showMatchers(route),
      ),
      element('span', { class: 'fate' }, FATES[fate]),
      fate === 'reached' && element('strong', { class: 'receiver' }, `→ ${route.receiver}`),
      continues &&
        element('span', { class: 'badge', title: 'The routes after it are tried too' }, 'continue'),
      route.isOpen && element('span', { class: 'badge' }, 'templated'),
    ),
    steps.length > 0 && element('ul', {}, ...runs(steps).map((run) => showRun(run, reveal))),
  );
}

function showRun(run: readonly Step[], reveal: Reveal): Node {
  const items = run.map((step) => showStep(step, reveal));
  const [first] = run;
  if (!first || run.length <= SHOWN_OTHERS) {
    const fragment = document.createDocumentFragment();
    fragment.append(...items);
    return fragment;
  }
  const summary = first.fate === 'untried' ? 'routes not tried' : 'routes that do not match';
  return element(
    'li',
    { class: 'others' },
    element('details', {}, element('summary', {}, `${run.length} ${summary}`), element('ul', {}, ...items)),
  );
}

/** What a route matches, as its name. */
export function showMatchers({ path, matchers }: RouteNode): (HTMLElement | string)[] {
  if (path.length === 0) return ['Every alert'];
  if (matchers.length === 0) return ['Every alert that comes here'];
  return matchers.flatMap((matcher, index) => {
    const code = element('code', {}, matcher);
    return index === 0 ? [code] : [' and ', code];
  });
}
