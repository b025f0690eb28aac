import { templateFacts, type TemplateCall } from '../../languages/gotemplate/facts';
import { hostSpan } from '../../text/region';
import type { LabelUse } from '../rules/facts';
import { walkScalars } from '../structure/locate';
import { embeddedText, type ConfigDialect } from './embedded';
import type { ConfigModel, MatcherModel, RouteModel } from './model';

/** What a configuration names that the rest of the workspace knows of. It holds no trees. */
export interface ConfigIndexFacts {
  /** The labels that its matchers ask for. */
  readonly labels: readonly LabelUse[];
  /** The templates that it calls; spans are of the configuration's text. */
  readonly templates: { readonly defined: readonly []; readonly used: readonly TemplateCall[] };
}

/** What the configuration `text` names. */
export function indexFacts(
  { root, route, inhibitRules }: ConfigModel,
  text: string,
  dialect: ConfigDialect,
): ConfigIndexFacts {
  const matchers = [
    ...(route ? routeMatchers(route) : []),
    ...inhibitRules.flatMap(({ source, target }) => [...source, ...target]),
  ];
  const used: TemplateCall[] = [];
  for (const scalar of root ? walkScalars(root) : []) {
    if (!scalar.value.text.includes('{{')) continue;
    const embedded = embeddedText(scalar, text, dialect);
    if (embedded?.language !== 'gotemplate') continue;
    const { map } = embedded.region();
    for (const call of templateFacts(embedded.result()).used) {
      used.push({ ...call, nameSpan: hostSpan(map, call.nameSpan) });
    }
  }
  return { labels: matchers.map(labelUse), templates: { defined: [], used } };
}

function routeMatchers({ matchers, routes }: RouteModel): MatcherModel[] {
  return [...matchers, ...routes.flatMap(routeMatchers)];
}

function labelUse({ matcher: { name, operator, value } }: MatcherModel): LabelUse {
  return operator === '=' ? { label: name, value } : { label: name };
}
