import type { TemplateResult } from '../../languages/gotemplate/ast';
import { alertmanagerTemplates } from '../../languages/gotemplate/alertmanager';
import { parseTemplate } from '../../languages/gotemplate/parse';
import { parseMatchers, type MatcherMode, type MatchersResult } from '../../languages/matchers/parse';
import { scalarRegion } from '../../languages/yaml/scalar-source';
import type { Region } from '../../text/region';
import { emptyValue } from '../structure/empty-value';
import type { PlacedScalar } from '../structure/locate';
import type { Version } from '../structure/types';

/** What decides how a configuration's texts are read. */
export interface ConfigDialect {
  /** Of Alertmanager. */
  readonly version: Version;
  readonly matchers: MatcherMode;
}

/** A scalar's text in a language of its own. Region and result are made when they are asked for. */
export type EmbeddedText = { region(): Region } & (
  | { readonly language: 'gotemplate'; result(): TemplateResult }
  | { readonly language: 'matchers'; result(): MatchersResult }
);

/** The template or the label matchers that a scalar of the configuration `text` holds. */
export function embeddedText(
  { type, field, value }: Pick<PlacedScalar, 'type' | 'field' | 'value'>,
  text: string,
  { version, matchers }: ConfigDialect,
): EmbeddedText | undefined {
  const { node } = value;
  const language = languageOf(type, field);
  if (!language) return undefined;
  const empty = emptyValue(text, field.keySpan, node);
  const region = (): Region => ({ ...(empty ? empty.region() : scalarRegion(text, node)), language });
  return language === 'matchers'
    ? { language, region, result: () => parseMatchers(value.text, matchers) }
    : { language, region, result: () => parseTemplate(value.text, alertmanagerTemplates(version)) };
}

function languageOf(
  type: PlacedScalar['type'],
  { info }: PlacedScalar['field'],
): EmbeddedText['language'] | undefined {
  if (type.kind !== 'string') return undefined;
  if (type.language) return type.language;
  const isTemplate = info.templated === true || (info.type.kind === 'map' && info.type.templated === true);
  return isTemplate ? 'gotemplate' : undefined;
}
