import { detachedString } from './string-region';
import type { CodeEntry, CodeValue } from './tree';

/** Values inside of values that an export keeps: deeper ones, and more than these, are unknown to other files. */
const DEEPEST = 8;
const MOST = 10_000;

/** `value` as an export: the same, made at once, without anything of the file that it comes from. */
export function exported(value: CodeValue): CodeValue {
  return new Detacher((from) => from).value(value, 0);
}

/** An export of `module`, as the importing file sees it: with `from`. */
export function imported(value: CodeValue, module: string): CodeValue {
  return new Detacher((from) => (from === undefined ? module : `${module}\n${from}`)).value(value, 0);
}

class Detacher {
  private left = MOST;

  constructor(private readonly origin: (from: string | undefined) => string | undefined) {}

  value(value: CodeValue, depth: number): CodeValue {
    const { span } = value;
    const origin = this.origin(value.from);
    const from = origin === undefined ? {} : { from: origin };
    if (depth > DEEPEST || this.left-- <= 0) return { kind: 'unknown', span, ...from };
    const inner = (of: CodeValue) => this.value(of, depth + 1);
    switch (value.kind) {
      case 'string':
        return detachedString(value, origin);
      case 'number':
      case 'boolean':
      case 'name':
      case 'unknown':
        return { ...value, ...from };
      case 'list':
        return { kind: 'list', span, items: value.items.map(inner), open: value.open, ...from };
      case 'object': {
        const { open, type } = value;
        const entries = this.entries(value.entries, depth);
        return { kind: 'object', span, entries, open, ...(type && { type: inner(type) }), ...from };
      }
      case 'call': {
        const { calleeSpan, isNew, open } = value;
        const [callee, args] = [inner(value.callee), value.args.map(inner)];
        const keywords = this.entries(value.keywords, depth);
        return { kind: 'call', span, callee, calleeSpan, isNew, args, keywords, open, ...from };
      }
      case 'member': {
        const { name, nameSpan } = value;
        return { kind: 'member', span, object: inner(value.object), name, nameSpan, ...from };
      }
      case 'instance': {
        const { oneOf } = value;
        return { kind: 'instance', span, of: inner(value.of), ...(oneOf && { oneOf }), ...from };
      }
    }
  }

  private entries(entries: readonly CodeEntry[], depth: number): CodeEntry[] {
    return entries.map(({ name, nameSpan, value }) => ({
      name,
      nameSpan,
      value: this.value(value, depth + 1),
    }));
  }
}
