import type { CodeCall, CodeObject, CodeValue } from '../../../languages/code/tree';
import type { Span } from '../../../text/span';
import { entryOf } from '../values';

/** What a call, or an object of options, gives by name. */
export interface Arguments {
  value(name: string): CodeValue | undefined;
  /** True where it is certainly not given. */
  lacks(name: string): boolean;
  /** Where the file says that it is given, for values that stand elsewhere. */
  place(name: string): Span | undefined;
}

/** The entries of an object of options. */
export function optionArguments(options: CodeObject): Arguments {
  return {
    value: (name) => entryOf(options, name)?.value,
    lacks: (name) => !options.open && entryOf(options, name) === undefined,
    place: (name) => entryOf(options, name)?.nameSpan,
  };
}

/** Positional arguments by the names of the parameters, and keyword arguments. */
export function callArguments(call: CodeCall, parameters: readonly string[]): Arguments {
  const value = (name: string): CodeValue | undefined => {
    const keyword = call.keywords.findLast((entry) => entry.name === name);
    if (keyword) return keyword.value;
    const index = parameters.indexOf(name);
    return index < 0 ? undefined : call.args[index];
  };
  return {
    value,
    lacks: (name) => !call.open && value(name) === undefined,
    place: () => call.calleeSpan,
  };
}
