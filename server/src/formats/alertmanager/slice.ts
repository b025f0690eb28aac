import type { FileSlice } from '../pieces/slice';
import type { StructInfo } from '../structure/types';
import type { ConfigDialect } from './embedded';
import type { ConfigModel } from './model';

/** A way of writing down what an Alertmanager configuration says. */
export interface ConfigFormat {
  /** What the whole of it is decoded into. */
  readonly root: StructInfo;
  /** Whose documentation tells of it. */
  readonly program: string;
}

/** An Alertmanager configuration, or a piece of one, that can be read by itself. */
export interface ConfigSlice extends FileSlice<ConfigModel> {
  readonly dialect: ConfigDialect;
  readonly format: ConfigFormat;
  /** Where it stands in `text`: keys from the outside in, `-` for an item of a list; empty for all of the text. */
  readonly at: readonly string[];
}
