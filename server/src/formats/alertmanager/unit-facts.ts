import type { ReadFile } from '../pieces/slice';
import type { ConfigContext } from './decode';
import { configFacts, type ConfigFacts } from './facts';
import { indexFacts, type ConfigIndexFacts } from './index-facts';
import type { ConfigModel } from './model';

/** What is kept of a piece of a configuration. */
export interface ConfigUnitFacts extends ConfigIndexFacts {
  /** For the judgement of the whole file. */
  readonly own: ConfigFacts;
}

/**
 * The facts of a configuration, or of a piece with its surroundings made up.
 * @param has says whether an offset of `text` is in the document
 */
export function unitFacts(
  read: ReadFile<ConfigModel>,
  text: string,
  has: (offset: number) => boolean,
  dialect: Pick<ConfigContext, 'version' | 'matchers'>,
): ConfigUnitFacts {
  return { ...indexFacts(read.model, text, dialect), own: ownFacts(read, has) };
}

/** Nothing is said of surroundings, nor of what may be missing because of a fault of YAML. */
function ownFacts({ model, broken }: ReadFile<ConfigModel>, has: (offset: number) => boolean): ConfigFacts {
  const facts = configFacts(model);
  const { route, global, moreReceivers, moreTimeIntervals } = facts;
  // The piece with the file's own keys starts where the document does.
  const isFile = has(0);
  const inRoute = !isFile && model.route !== undefined;
  const isRoot = isFile || (typeof route === 'object' && has(route.node.span.from));
  return {
    ...facts,
    route: !isRoot ? undefined : broken ? 'unknown' : route,
    global: !isFile ? undefined : broken ? 'unknown' : global,
    moreReceivers: !inRoute && (broken || moreReceivers),
    moreTimeIntervals: !inRoute && (broken || moreTimeIntervals),
  };
}
