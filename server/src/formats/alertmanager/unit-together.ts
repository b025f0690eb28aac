import type { Finding } from '../../text/finding';
import type { Placed, Together } from '../pieces/format';
import { NameTally } from '../pieces/name-tally';
import type { DecodedStruct } from '../structure/types';
import { crossFindings } from './cross';
import type { ConfigContext } from './decode';
import type { ConfigFacts } from './facts';
import type { NamedSpan } from './model';
import { needFaults } from './schema/receivers';
import type { ConfigUnitFacts } from './unit-facts';

type Piece = Placed<ConfigUnitFacts>;

/**
 * The judgement of a configuration's pieces together. What is fine is found out by counting, so that only pieces with
 * something to say of are placed in the document and judged.
 */
export class ConfigTogether implements Together<ConfigUnitFacts> {
  readonly #receivers = new Names();
  readonly #timeIntervals = new Names();
  /** Whether a piece's integrations want for something under the global settings of `#global`. */
  #needy = new WeakMap<ConfigFacts, boolean>();
  #global: ConfigFacts['global'];
  #findings: readonly Finding[] | undefined;

  constructor(private readonly settings: Pick<ConfigContext, 'version'>) {}

  add({ own }: ConfigUnitFacts, by: 1 | -1): void {
    this.#receivers.add(own.receivers, own.usedReceivers, by);
    this.#timeIntervals.add(own.timeIntervals, own.usedTimeIntervals, by);
    this.#findings = undefined;
  }

  findings(pieces: Iterable<Piece>): readonly Finding[] {
    return (this.#findings ??= crossFindings(this.#relevant([...pieces]), this.settings));
  }

  #relevant(pieces: readonly Piece[]): Placed<ConfigFacts>[] {
    this.#useGlobal(pieces.find(({ facts }) => facts.own.global !== undefined)?.facts.own.global);
    const namesAreFine = this.#receivers.areFine && this.#timeIntervals.areFine;
    const relevant = pieces.filter(({ facts: { own } }, index) => {
      return index === 0 || isSection(own) || (!namesAreFine && hasNames(own)) || this.#isNeedy(own);
    });
    // The file's own keys have a `route` without a value where the route is a piece of its own.
    const isCut = relevant.slice(1).some(({ facts }) => facts.own.route !== undefined);
    return relevant.map(({ facts: { own }, map }, index) => ({
      facts: {
        ...own,
        ...(isCut && index === 0 && { route: undefined }),
        ...(namesAreFine && NO_NAMES),
      },
      map,
    }));
  }

  #useGlobal(global: ConfigFacts['global']): void {
    if (global === this.#global) return;
    this.#global = global;
    this.#needy = new WeakMap();
  }

  #isNeedy(facts: ConfigFacts): boolean {
    if (facts.integrations.length === 0) return false;
    let needy = this.#needy.get(facts);
    if (needy === undefined) {
      const section: DecodedStruct | undefined = typeof this.#global === 'object' ? this.#global : undefined;
      needy = facts.integrations.some(
        ({ kind, config }) => needFaults(kind, config, section, this.settings.version).length > 0,
      );
      this.#needy.set(facts, needy);
    }
    return needy;
  }
}

/** Names of a kind that a file defines and uses. */
class Names {
  readonly #defined = new NameTally();
  readonly #used = new NameTally();

  add(defined: readonly NamedSpan[], used: readonly NamedSpan[], by: 1 | -1): void {
    for (const { text } of defined) this.#defined.count(text, by);
    for (const { text } of used) this.#used.count(text, by);
  }

  /** Each is defined once, those that are used at least. */
  get areFine(): boolean {
    if (this.#defined.repeated.size > 0) return false;
    for (const name of this.#used.names()) if (!this.#defined.has(name)) return false;
    return true;
  }
}

const NO_NAMES = { receivers: [], usedReceivers: [], timeIntervals: [], usedTimeIntervals: [] };

/** It says something of the file as a whole. */
function isSection({ route, global, moreReceivers, moreTimeIntervals }: ConfigFacts): boolean {
  return route !== undefined || global !== undefined || moreReceivers || moreTimeIntervals;
}

function hasNames({ receivers, usedReceivers, timeIntervals, usedTimeIntervals }: ConfigFacts): boolean {
  return receivers.length + usedReceivers.length + timeIntervals.length + usedTimeIntervals.length > 0;
}
