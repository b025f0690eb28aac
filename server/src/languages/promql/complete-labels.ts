import type { Suggestion } from '../../text/answers';
import { Candidates } from './candidates';
import { nextCharacter, openString, type CompletionRequest, type OpenString } from './complete-request';
import { namesLabel } from './label-parameters';
import { labelsInScope } from './label-scope';
import type { MatcherLabelPlace, LabelListPlace, StringArgumentPlace } from './place-kinds';

const TIER = { own: 10, other: 20, special: 30 };

/** Labels of the selector's metric, then all others that are known. */
export function completeMatcherLabels(place: MatcherLabelPlace, request: CompletionRequest): Candidates {
  const { knowledge } = request.env;
  const list = new LabelCandidates(request, place.quoted && openString(place.quoted, request.offset));
  const matcher = place.quoted === undefined && !/^[=!]$/.test(nextCharacter(request));
  const write = (name: string): Written => (matcher ? matcherText(name) : { insertText: list.write(name) });
  if (place.metric !== undefined) list.add(TIER.own, knowledge.labelNames(place.metric), write);
  list.add(place.metric === undefined ? TIER.own : TIER.other, knowledge.labelNames(), write);
  if (place.metric === undefined) list.add(TIER.special, ['__name__'], write);
  return list.candidates;
}

/** Labels for `by (…)`, `on (…)` and the like: those that the series there can have. */
export function completeLabelList(place: LabelListPlace, request: CompletionRequest): Candidates {
  const list = new LabelCandidates(request, place.quoted && openString(place.quoted, request.offset));
  const used = new Set(place.used);
  const { own, others } = labelsInScope(request, place.keyword);
  const unused = function* (names: Iterable<string>): Iterable<string> {
    for (const name of names) if (!used.has(name)) yield name;
  };
  list.add(TIER.own, unused(own));
  list.add(TIER.other, unused(others));
  return list.candidates;
}

/** Labels in a string that names one: `label_replace(x, "‸"`. */
export function completeLabelString(place: StringArgumentPlace, request: CompletionRequest): Candidates {
  const list = new LabelCandidates(request, openString(place.string, request.offset));
  if (namesLabel(place.parameter)) list.add(TIER.own, request.env.knowledge.labelNames());
  return list.candidates;
}

type Written = Pick<Suggestion, 'insertText' | 'snippet' | 'retrigger'>;

/** A list of labels, in a string or as words. */
class LabelCandidates {
  readonly candidates: Candidates;
  readonly #replace: Suggestion['replace'];

  constructor(
    { result, word, offset }: CompletionRequest,
    private readonly string?: OpenString,
  ) {
    this.#replace = string?.content ?? word;
    this.candidates = new Candidates(result.text.slice(this.#replace.from, offset));
  }

  add(
    tier: number,
    names: Iterable<string>,
    write: (name: string) => Written = (name) => ({ insertText: this.write(name) }),
  ): void {
    for (const label of names) {
      if (!this.candidates.accepts(label) || !this.candidates.hasRoom(tier)) continue;
      this.candidates.add(tier, label, () => ({
        label,
        kind: 'label',
        ...write(label),
        replace: this.#replace,
      }));
    }
  }

  /** As it stands in a list of labels: in quotes where it has to. */
  write(name: string): string {
    return this.string ? this.string.write(name) : labelText(name);
  }
}

function labelText(name: string): string {
  return /^[a-zA-Z_]\w*$/.test(name) ? name : JSON.stringify(name);
}

/** A matcher whose value is to be written. */
function matcherText(name: string): Written {
  return { insertText: `${labelText(name)}="$1"`, snippet: true, retrigger: true };
}
