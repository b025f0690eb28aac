import type { HoverAnswer } from '../../text/answers';
import { durationInWords } from '../../languages/promql/words';
import { readDuration } from './duration';
import { fieldDetail, fieldDocs } from './field-docs';
import { placeSpan, type Place } from './locate';
import { foreignField } from './foreign-fields';
import { fieldsOf } from './schema';
import { wellKnownAnnotations, wellKnownLabels } from './well-known';

/**
 * What the structure of a rule file says about a place: a field's documentation, a duration in words, what a
 * well-known label is for. Undefined where an embedded language knows better.
 */
export function hoverField(place: Place): HoverAnswer | undefined {
  const markdown = markdownOf(place);
  return markdown === undefined ? undefined : { span: placeSpan(place), markdown };
}

function markdownOf(place: Place): string | undefined {
  switch (place.kind) {
    case 'key': {
      const { level, field } = place;
      const info = fieldsOf(level).get(field.name);
      if (info) return `**\`${info.name}\`** – ${fieldDetail(info)}\n\n${fieldDocs(info)}`;
      const foreign = foreignField(level, field.name);
      return (
        foreign &&
        `**\`${foreign.name}\`** – a field of ${foreign.of}: ${foreign.summary}. Prometheus refuses it.`
      );
    }
    case 'value': {
      if (fieldsOf(place.level).get(place.field.name)?.type !== 'duration') return undefined;
      const reading = readDuration(place.node.value);
      return 'milliseconds' in reading ? durationInWords(reading.milliseconds / 1000) : undefined;
    }
    case 'entry-name': {
      const known = place.of === 'label' ? wellKnownLabels : wellKnownAnnotations;
      const name = place.entry.name.text;
      const summary = known.find((entry) => entry.name === name)?.summary;
      return summary && `**\`${name}\`** – ${summary}`;
    }
    case 'expr':
    case 'template':
    case 'entry-value':
      return undefined;
  }
}
