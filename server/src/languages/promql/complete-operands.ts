import type { Suggestion } from '../../text/answers';
import { AGGREGATIONS } from './aggregations';
import { refusal } from './availability';
import type { Candidates } from './candidates';
import {
  blankAfter,
  candidatesFor,
  escapeSnippet,
  nextCharacter,
  type CompletionRequest,
} from './complete-request';
import {
  aggregationDoc,
  aggregationSignature,
  functionDoc,
  functionSignature,
  keywordDoc,
  metricDoc,
  metricTraits,
} from './docs';
import type { AggregationInfo, FunctionInfo, KeywordInfo, ParameterInfo } from './function-info';
import { FUNCTIONS } from './functions';
import { KEYWORDS } from './keywords';
import type { MetricInfo } from './knowledge';
import { misfit } from './metric-fit';
import { namesLabel } from './label-parameters';
import type { BinaryModifier, OperandPlace } from './place-kinds';
import { USUAL_ARGUMENTS } from './usual-arguments';

/** What comes first. Refused by Prometheus comes last. */
const TIER = {
  modifier: 5,
  value: 6,
  metric: 10,
  aggregation: 15,
  function: 16,
  wellKnown: 20,
  rate: 30,
  misfit: 40,
  nested: 50,
  number: 60,
  refused: 90,
};

type Draft = Omit<Suggestion, 'rank' | 'replace'>;

/** Metrics, functions, aggregations and values, as far as their type may stand here, and modifiers of the operator. */
export function completeOperands(place: OperandPlace, request: CompletionRequest): Candidates {
  const candidates = candidatesFor(request);
  const shape = shapeOf(place, request);
  for (const modifier of place.modifiers) addModifier(modifier, request, candidates);
  addValues(place, request, candidates);
  if (shape.metrics) addMetrics(place, shape, request, candidates);
  for (const info of AGGREGATIONS.values()) if (shape.vectors) addCallable(info, shape, request, candidates);
  for (const info of FUNCTIONS.values()) {
    const fits = info.returns === 'vector' ? shape.vectors : place.types.includes(info.returns);
    if (fits) addCallable(info, shape, request, candidates);
  }
  return candidates;
}

/** How things have to be written so that their type fits. */
interface Shape {
  readonly metrics: boolean;
  readonly vectors: boolean;
  /** Only a range vector may stand here: selectors need a range, calls a subquery. */
  readonly ranged: boolean;
}

function shapeOf({ types, parameter }: OperandPlace, request: CompletionRequest): Shape {
  const ranged = types.length === 1 && types[0] === 'matrix';
  const vectors = ranged || types.includes('vector');
  const metrics = vectors && parameter?.name !== INFO_SELECTOR;
  return { metrics, vectors: metrics, ranged: ranged && nextCharacter(request) !== '[' };
}

function addModifier(modifier: BinaryModifier, request: CompletionRequest, candidates: Candidates): void {
  const names =
    modifier === 'matching'
      ? ['on', 'ignoring']
      : modifier === 'group'
        ? ['group_left', 'group_right']
        : [modifier];
  for (const name of names) {
    const info = KEYWORDS.get(name);
    if (!info || !candidates.accepts(name)) continue;
    const why = refusal(info, request.env.dialect);
    candidates.add(why === undefined ? TIER.modifier : TIER.refused, name, () => ({
      ...keywordDraft(info, why, request),
      ...modifierText(name, request),
      replace: request.word,
    }));
  }
}

function keywordDraft(info: KeywordInfo, why: string | undefined, { env }: CompletionRequest): Draft {
  return {
    label: info.name,
    kind: 'keyword',
    detail: why ?? info.summary,
    documentation: () => keywordDoc(info, env.dialect),
  };
}

function modifierText(
  name: string,
  request: CompletionRequest,
): Pick<Draft, 'insertText' | 'snippet' | 'retrigger'> {
  if (nextCharacter(request) === '(') return { insertText: name };
  if (name === 'bool') return { insertText: name + blankAfter(request) };
  if (name.startsWith('fill'))
    return { insertText: `${name}(\${1:0})${blankAfter(request)}$0`, snippet: true };
  return { insertText: `${name} ($1)${blankAfter(request)}$0`, snippet: true, retrigger: true };
}

/** Usual arguments, labels where one is to be named, and the numbers that are words. */
function addValues(
  { parameter, types }: OperandPlace,
  request: CompletionRequest,
  candidates: Candidates,
): void {
  const { word, env } = request;
  const add = (tier: number, typed: string, draft: Draft): void => {
    if (candidates.accepts(typed)) candidates.add(tier, draft.label, () => ({ ...draft, replace: word }));
  };
  for (const [label, detail] of Object.entries(USUAL_ARGUMENTS.get(parameter?.name ?? '') ?? {})) {
    add(TIER.value, label, { label, kind: 'value', detail });
  }
  if (parameter && namesLabel(parameter)) {
    for (const name of env.knowledge.labelNames()) {
      add(TIER.value, name, { label: JSON.stringify(name), kind: 'label' });
    }
  }
  if (!types.includes('scalar')) return;
  for (const label of ['Inf', 'NaN']) {
    add(TIER.number, label, { label, kind: 'value', detail: KEYWORDS.get(label.toLowerCase())?.summary });
  }
}

/** The parameter of `info()` that takes nothing but braces. */
const INFO_SELECTOR = 'data_label_selector';

function addMetrics(
  { callee }: OperandPlace,
  { ranged }: Shape,
  request: CompletionRequest,
  candidates: Candidates,
): void {
  const wants = callee === undefined ? undefined : FUNCTIONS.get(callee)?.wants;
  const isBegun = request.word.from < request.offset && !/[[{(]/.test(nextCharacter(request));
  for (const metric of request.env.knowledge.metrics((name) => candidates.accepts(name))) {
    const tier = metricTier(metric, misfit(wants, metric), ranged && wants !== undefined);
    if (!candidates.hasRoom(tier)) continue;
    candidates.add(tier, metric.name, () => metricSuggestion(metric, ranged, request));
    if (isBegun && !ranged && misfit('counter', metric) === 0) addRate(metric, request, candidates);
  }
}

/** A counter alone says little; what is wanted is mostly its rate. */
function addRate(metric: MetricInfo, { word }: CompletionRequest, candidates: Candidates): void {
  const selector = selectorOf(metric.name);
  const label = `rate(${selector}[5m])`;
  candidates.add(TIER.rate, label, () => ({
    label,
    kind: 'snippet',
    detail: 'increase per second',
    documentation: () => metricDoc(metric),
    insertText: `rate(${escapeSnippet(selector)}[\${1:5m}])`,
    snippet: true,
    replace: word,
  }));
}

/** The workspace's own before those it uses; well-known ones first only where nothing but metrics is likely. */
function metricTier({ weight }: MetricInfo, misfit: 0 | 1 | 2, first: boolean): number {
  if (misfit > 0) return TIER.misfit + 3 * misfit - Math.min(weight, 2);
  if (weight > 0) return TIER.metric + 2 - Math.min(weight, 2);
  return first ? TIER.metric + 2 : TIER.wellKnown;
}

function selectorOf(name: string): string {
  return /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name) ? name : `{${JSON.stringify(name)}}`;
}

function metricSuggestion(
  metric: MetricInfo,
  ranged: boolean,
  request: CompletionRequest,
): Omit<Suggestion, 'rank'> {
  const { name, origin } = metric;
  const selector = selectorOf(name);
  const withRange = ranged && nextCharacter(request) !== '{';
  return {
    label: name,
    kind: origin.startsWith('recording rule') ? 'recording-rule' : 'metric',
    detail: metricTraits(metric) || undefined,
    documentation: () => metricDoc(metric),
    insertText: withRange ? `${escapeSnippet(selector)}[\${1:5m}]` : selector,
    snippet: withRange || undefined,
    replace: request.word,
  };
}

function addCallable(
  info: FunctionInfo | AggregationInfo,
  { ranged }: Shape,
  request: CompletionRequest,
  candidates: Candidates,
): void {
  const { name } = info;
  if (!candidates.accepts(name)) return;
  const { dialect } = request.env;
  const isFunction = 'returns' in info;
  const why = refusal(info, dialect);
  const tier =
    why !== undefined ? TIER.refused : ranged ? TIER.nested : isFunction ? TIER.function : TIER.aggregation;
  candidates.add(tier, name, () => ({
    label: name,
    kind: isFunction ? 'function' : 'aggregation',
    detail:
      why ?? (isFunction ? functionSignature(info) : aggregationSignature(info)).label.slice(name.length),
    documentation: () => (isFunction ? functionDoc(info, dialect) : aggregationDoc(info, dialect)),
    ...callText(name, isFunction ? info.parameters : [info], ranged, request),
    replace: request.word,
  }));
}

/** A call with the cursor at its argument; around it a subquery where a range vector is due. */
function callText(
  name: string,
  parameters: readonly (ParameterInfo | AggregationInfo)[],
  ranged: boolean,
  request: CompletionRequest,
): Pick<Draft, 'insertText' | 'snippet' | 'retrigger'> {
  if (nextCharacter(request) === '(') return { insertText: name };
  const subquery = ranged ? '[${2:1h}:]' : '';
  if (parameters.length === 0) return { insertText: `${name}()${subquery}`, snippet: ranged || undefined };
  return { insertText: `${name}($1)${subquery}$0`, snippet: true, retrigger: true };
}
