import { DocumentScanner } from '../pieces/document-scanner';
import { bareKey, indentOf, isBlank, isDash, isKeyLine, isMarker, startsPlainKey } from '../pieces/line';
import type { Joints, Role } from '../pieces/segment';

/** The lists of a configuration whose items are pieces. */
const LISTS = ['receivers', 'inhibit_rules', 'time_intervals', 'mute_time_intervals'] as const;
type ListName = (typeof LISTS)[number];

/** Where the scanner is, and the columns that it knows; a column is -1 while unknown. */
export interface ConfigScan {
  readonly phase:
    | 'start' // nothing seen but comments and directives
    | 'root' // the document is open, its first key not yet seen
    | 'keys' // among the file's own keys
    | 'list' // behind the key of a list, in front of its first item
    | 'item'
    | 'route' // behind `route:`, in front of its first key
    | 'head' // among the root route's own keys, not yet behind `routes:`
    | 'routes' // behind `routes:`, in front of the first child
    | 'child'
    | 'tail' // among the root route's own keys, behind its children
    | 'whole' // can't be cut
    | 'ignored'; // behind the document
  readonly list?: ListName;
  /** Of the root route's keys. */
  readonly key: number;
  /** Of the items, or of the children. */
  readonly dash: number;
}

const ROLES = {
  start: 'file',
  root: 'file',
  keys: 'file',
  list: 'file',
  item: 'item',
  route: 'file',
  head: 'head',
  routes: 'head',
  child: 'item',
  tail: 'tail',
  whole: 'file',
  ignored: 'ignored',
} as const satisfies Record<ConfigScan['phase'], Role>;

/** The column of a route's keys when the route is kept in one piece. */
const WHOLE = 1 << 20;

const START: ConfigScan = { phase: 'start', key: -1, dash: -1 };
const ROOT: ConfigScan = { ...START, phase: 'root' };
const KEYS: ConfigScan = { ...START, phase: 'keys' };
const ROUTE: ConfigScan = { ...START, phase: 'route' };
const UNCUT: ConfigScan = { ...START, phase: 'whole' };
const IGNORED: ConfigScan = { ...START, phase: 'ignored' };
/** By the key in front of it. */
const LISTS_BY_KEY = new Map<string | undefined, ConfigScan>(
  LISTS.map((list) => [list, { ...START, phase: 'list', list }]),
);

/**
 * How an Alertmanager configuration is cut: the file's own keys; each item of the lists; the root route's own keys in
 * front of and behind `routes:`; each of its children.
 */
export const CONFIG_JOINTS: Joints<ConfigScan> = {
  scanner: (state) => new ConfigScanner(state),
  isSame: (a, b) => a.phase === b.phase && a.list === b.list && a.key === b.key && a.dash === b.dash,
  roleOf: ({ phase }) => ROLES[phase],
};

/** What makes a configuration of the segments behind whose first one the scanner is in the given state. */
export function configSurroundings({ phase, list, key }: ConfigScan): string {
  if (phase === 'item' && list) return `${list}:\n`;
  if (phase === 'child') return `route:\n${' '.repeat(key)}routes:\n`;
  return ROLES[phase] === 'file' ? '' : 'route:\n';
}

class ConfigScanner extends DocumentScanner<ConfigScan> {
  constructor(state: ConfigScan = START) {
    super(state, { open: ROOT, uncut: UNCUT });
  }

  line(line: string): boolean {
    const { phase, dash } = this.current;
    if (phase === 'ignored') return false;
    if (phase === 'start') return this.startLine(line);
    const column = indentOf(line);
    // The most lines by far.
    if (column > dash && (phase === 'item' || phase === 'child')) return false;
    if (isBlank(line, column)) return false;
    if (column === 0) {
      if (isMarker(line)) return this.go(IGNORED);
      if (phase === 'root') return this.firstLine(line);
      if (phase !== 'whole' && isKeyLine(line, 0)) return this.#topKey(line);
    }
    switch (phase) {
      case 'list':
        return isDash(line, column)
          ? this.go({ ...this.current, phase: 'item', dash: column })
          : this.stay(KEYS);
      case 'item':
        return column === dash && isDash(line, column);
      case 'route':
        return column > 0 && startsPlainKey(line, column) ? this.#enterRoute(line, column) : this.stay(KEYS);
      case 'head':
        return this.#headLine(line, column);
      case 'routes':
        return this.#firstChild(line, column);
      case 'child':
        return this.#afterChild(line, column);
      case 'root':
        return this.stay(UNCUT);
      default:
        return false;
    }
  }

  /** The first lines of the document's content. */
  protected firstLine(line: string): false {
    if (!startsPlainKey(line, 0)) return this.stay(UNCUT);
    this.#topKey(line);
    return false;
  }

  /** True where the file's own keys go on after something else. */
  #topKey(line: string): boolean {
    const goesOn = ROLES[this.current.phase] === 'file';
    const key = bareKey(line, 0);
    this.current = key === 'route' ? ROUTE : (LISTS_BY_KEY.get(key) ?? KEYS);
    return !goesOn;
  }

  #enterRoute(line: string, key: number): true {
    this.current = { phase: 'head', key, dash: -1 };
    this.#headLine(line, key);
    return true;
  }

  #headLine(line: string, column: number): false {
    if (column !== this.current.key || bareKey(line, column) !== 'routes') return false;
    return this.stay({ ...this.current, phase: 'routes' });
  }

  #firstChild(line: string, column: number): boolean {
    const { key } = this.current;
    if (column >= key && isDash(line, column)) return this.go({ phase: 'child', key, dash: column });
    // Another key: there are no children. Anything else is not a list of routes.
    const isKey = column === key && startsPlainKey(line, column);
    this.current = { phase: 'head', key: isKey ? key : WHOLE, dash: -1 };
    return isKey && this.#headLine(line, column);
  }

  #afterChild(line: string, column: number): boolean {
    const { key, dash } = this.current;
    if (column === dash && isDash(line, column)) return true;
    if (column !== key || !isKeyLine(line, column)) return false;
    return this.go({ phase: 'tail', key, dash: -1 });
  }
}
