import { intervalHolds } from '../formats/alertmanager/routing/muting';
import type { ConfigModel } from '../formats/alertmanager/model';
import { configNameAt, integrationName } from '../formats/alertmanager/names';
import { duration } from '../formats/alertmanager/schema/checks';
import { nextChange } from '../formats/alertmanager/time-interval-active';
import { inWords } from '../formats/alertmanager/time-interval-words';
import { hoverStruct } from '../formats/structure/hover';
import { structPlaceSpan, type StructPlace } from '../formats/structure/locate';
import { readDuration } from '../formats/rules/duration';
import { durationInWords } from '../languages/promql/words';
import type { HoverAnswer } from '../text/answers';
import { touches } from '../text/span';
import type { FeatureContext } from './context';
import type { Here } from './fragment';

/**
 * What a configuration says of a place: the documentation of its field, a receiver's integrations, a time interval and
 * a duration in words.
 * @param now milliseconds since 1970
 */
export function hoverConfig(context: FeatureContext, at: Here, now: number): HoverAnswer | undefined {
  const { config, configPlace: place, offset } = at;
  if (!config || !place) return undefined;
  const name = configNameAt(config.model, offset);
  if (name) {
    const whole = wholeModel(context, at) ?? config.model;
    const markdown = name.kind === 'receiver' ? receiverInWords(whole, name.text) : undefined;
    const interval = name.kind === 'time-interval' ? intervalInWords(whole, name.text, now) : undefined;
    const found = markdown ?? interval;
    if (found !== undefined) return { span: name.span, markdown: found };
  }
  const markdown = durationValue(place) ?? hoverStruct(place, config.format.program);
  return markdown === undefined ? undefined : { span: structPlaceSpan(place), markdown };
}

/** The model of the configuration that a piece is of. */
function wholeModel({ document }: FeatureContext, { config }: Here): ConfigModel | undefined {
  const from = config?.extent.from ?? 0;
  return document.analysis?.configs?.().find(({ extent }) => touches(extent, from))?.model;
}

function receiverInWords({ receivers }: ConfigModel, name: string): string | undefined {
  const receiver = receivers.find((other) => other.name.text === name);
  if (!receiver) return undefined;
  const kinds = receiver.integrations.map(({ field }) => `\`${integrationName(field.info.name)}\``);
  const sends = kinds.length > 0 ? `notifies by ${[...new Set(kinds)].join(', ')}` : 'notifies nobody';
  return `**${name}** – a receiver that ${sends}.`;
}

function intervalInWords(model: ConfigModel, name: string, now: number): string | undefined {
  const interval = model.timeIntervals.find((other) => other.name.text === name);
  if (!interval) return undefined;
  const parts = interval.intervals.map((part) => `- ${inWords(part)}`);
  return [`**${name}**`, parts.join('\n') || 'Never.', stateInWords(model, interval, now)]
    .filter(Boolean)
    .join('\n\n');
}

function stateInWords(
  model: ConfigModel,
  { name, intervals }: ConfigModel['timeIntervals'][number],
  now: number,
): string {
  const holds = intervalHolds(model, name.text, now);
  if (holds === undefined) return '';
  const changes = intervals.flatMap((interval) => nextChange(interval, now) ?? []);
  const next =
    changes.length > 0
      ? `, next change ${new Date(Math.min(...changes)).toISOString().slice(0, 16)} UTC`
      : '';
  return `${holds ? 'Active now' : 'Not active now'}${next}.`;
}

function durationValue(place: StructPlace): string | undefined {
  if (place.kind !== 'value' || place.type.kind !== 'string' || place.type.check !== duration)
    return undefined;
  const reading = readDuration(place.value.text);
  return 'milliseconds' in reading ? durationInWords(reading.milliseconds / 1000) : undefined;
}
