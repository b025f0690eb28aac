import type { Change } from '../../text/change';
import type { Span } from '../../text/span';
import type { TextSource } from '../../text/text-buffer';
import type { PieceFormat } from '../pieces/format';
import { IncrementalFile, type UnitChanges } from '../pieces/incremental';
import type { FileSlice } from '../pieces/slice';
import type { Unit } from '../pieces/unit';
import { ALERTMANAGER_FORMAT } from './format';
import { CONFIG_JOINTS, configSurroundings, type ConfigScan } from './line-scanner';
import type { ConfigModel } from './model';
import { readConfigPiece, type ConfigSettings } from './read';
import type { ConfigSlice } from './slice';
import { unitFacts, type ConfigUnitFacts } from './unit-facts';
import { ConfigTogether } from './unit-together';

/** A piece of a configuration: an item of a list, a route below the root, or own keys of the root route or the file. */
export type ConfigUnit = Unit<ConfigUnitFacts>;

/** An Alertmanager configuration under edit. */
export class IncrementalConfig extends IncrementalFile<ConfigScan, ConfigModel, ConfigUnitFacts> {
  #whole: ConfigSlice | undefined;

  constructor(
    text: TextSource,
    private readonly settings: ConfigSettings,
  ) {
    super(text, formatOf(settings));
  }

  override update(change: Change): UnitChanges<ConfigUnitFacts> {
    this.#whole = undefined;
    return super.update(change);
  }

  override sliceAt(offset: number): ConfigSlice {
    return this.#configSlice(super.sliceAt(offset));
  }

  override slicesIn(span: Span): ConfigSlice[] {
    return super.slicesIn(span).map((slice) => this.#configSlice(slice));
  }

  /** The whole configuration. Parsed when it is asked for the first time after an edit, which costs what it is long. */
  override wholeSlice(): ConfigSlice {
    return (this.#whole ??= this.#configSlice(super.wholeSlice()));
  }

  /** The model of `wholeSlice`. */
  wholeModel(): ConfigModel {
    return this.wholeSlice().model;
  }

  #configSlice(slice: FileSlice<ConfigModel>): ConfigSlice {
    return { ...slice, dialect: this.settings, format: ALERTMANAGER_FORMAT, at: [] };
  }
}

function formatOf(settings: ConfigSettings): PieceFormat<ConfigScan, ConfigModel, ConfigUnitFacts> {
  return {
    joints: CONFIG_JOINTS,
    yaml: 'v2',
    surroundings: ({ last }) => configSurroundings(last),
    read: (text) => readConfigPiece(text, settings),
    readModel: (text) => readConfigPiece(text, { ...settings, advise: undefined }),
    facts: (read, text, has) => unitFacts(read, text, has, settings),
    together: () => new ConfigTogether(settings),
  };
}
