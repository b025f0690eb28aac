import { configNames } from '../formats/alertmanager/names';
import { completeStruct, type OfferedValue, type StructNames } from '../formats/structure/complete';
import type { Reference } from '../formats/structure/types';
import type { Suggestion } from '../text/answers';
import type { FeatureContext } from './context';
import type { Here } from './fragment';

/** Fields, items and values that may be written at a place of a configuration. */
export function completeConfig(context: FeatureContext, { config, offset }: Here): Suggestion[] {
  if (!config) return [];
  return completeStruct(config.text, offset, {
    root: config.format.root,
    at: config.at,
    version: config.dialect.version,
    program: config.format.program,
    names: namesFor(context),
  });
}

function namesFor(context: FeatureContext): StructNames {
  return {
    values: (_, type, entry) => {
      if (type.kind !== 'string') return [];
      if (type.refers === 'label-value') return labelValues(context, entry);
      if (type.language === 'matchers') return labelsOf(context).map(asMatcher);
      return type.refers ? referred(context, type.refers) : [];
    },
    keys: ({ type }) => {
      if (type.kind !== 'map') return [];
      const usual = (type.usual ?? []).map(({ value, summary }) => ({ value, documentation: summary }));
      return type.refers ? [...usual, ...referred(context, type.refers)] : usual;
    },
  };
}

function referred(context: FeatureContext, reference: Reference): OfferedValue[] {
  if (reference === 'label') return labelsOf(context);
  const configs = context.document.analysis?.configs?.() ?? [];
  const defined = configs
    .flatMap(({ model }) => configNames(model))
    .filter(({ kind, role }) => kind === reference && role === 'definition');
  return [...new Set(defined.map(({ text }) => text))].map((value) => ({ value }));
}

/** Labels that the alerts of the workspace have, `alertname` first. */
function labelsOf({ workspace: { index } }: FeatureContext): OfferedValue[] {
  return [...new Set(['alertname', 'severity', ...index.labelNames()])].map((value) => ({ value }));
}

function labelValues(
  { workspace: { knowledge } }: FeatureContext,
  label: string | undefined,
): OfferedValue[] {
  return label === undefined ? [] : Array.from(knowledge.labelValues(label), (value) => ({ value }));
}

/** The beginning of a matcher; what follows is offered when it is there. */
function asMatcher({ value }: OfferedValue): OfferedValue {
  return { value: `${value}=`, detail: 'label matcher' };
}
