import { DocumentScanner } from '../pieces/document-scanner';
import {
  bareKey,
  behindDash,
  indentOf,
  isBlank,
  isDash,
  isKeyLine,
  isMarker,
  startsPlainKey,
} from '../pieces/line';
import type { Joints, Role } from '../pieces/segment';

/** Where the scanner is, and the columns that it knows; a column is -1 while unknown. */
export interface RuleScan {
  readonly phase:
    | 'start' // nothing seen but comments and directives
    | 'root' // the document is open, its first key not yet seen
    | 'keys' // among the file's own keys
    | 'groups' // behind `groups:`, in front of the first group
    | 'head' // among a group's own keys, not yet behind `rules:`
    | 'rules' // behind `rules:`, in front of the first rule
    | 'rule'
    | 'tail' // among a group's own keys, behind its rules
    | 'end' // behind the groups, or the file can't be cut
    | 'ignored'; // behind the document
  readonly groupDash: number;
  /** Of the group's keys. */
  readonly groupKey: number;
  readonly ruleDash: number;
}

const ROLES = {
  start: 'file',
  root: 'file',
  keys: 'file',
  groups: 'file',
  head: 'head',
  rules: 'head',
  rule: 'item',
  tail: 'tail',
  end: 'file',
  ignored: 'ignored',
} as const satisfies Record<RuleScan['phase'], Role>;

/** The column of a group's keys when the group is kept in one piece. */
const WHOLE = 1 << 20;

const START: RuleScan = { phase: 'start', groupDash: -1, groupKey: -1, ruleDash: -1 };
const ROOT: RuleScan = { ...START, phase: 'root' };
const KEYS: RuleScan = { ...START, phase: 'keys' };
const GROUPS: RuleScan = { ...START, phase: 'groups' };
const END: RuleScan = { ...START, phase: 'end' };
const IGNORED: RuleScan = { ...START, phase: 'ignored' };

/** How a rule file is cut: the file's own keys; each group's own keys in front of and behind its rules; each rule. */
export const RULE_JOINTS: Joints<RuleScan> = {
  scanner: (state) => new RuleScanner(state),
  isSame: (a, b) =>
    a.phase === b.phase &&
    a.groupDash === b.groupDash &&
    a.groupKey === b.groupKey &&
    a.ruleDash === b.ruleDash,
  roleOf: ({ phase }) => ROLES[phase],
};

/** What makes a rule file of the segments behind whose first one the scanner is in the given state. */
export function ruleSurroundings({ phase, groupDash, groupKey }: RuleScan): string {
  if (ROLES[phase] === 'file') return '';
  if (phase !== 'rule') return 'groups:\n';
  const dash = `${' '.repeat(groupDash)}-${' '.repeat(groupKey - groupDash - 1)}`;
  return `groups:\n${dash}name: _\n${' '.repeat(groupKey)}rules:\n`;
}

class RuleScanner extends DocumentScanner<RuleScan> {
  constructor(state: RuleScan = START) {
    super(state, { open: ROOT, uncut: END });
  }

  line(line: string): boolean {
    const { phase, groupDash, ruleDash } = this.current;
    if (phase === 'ignored') return false;
    if (phase === 'start') return this.startLine(line);
    const column = indentOf(line);
    // The most lines by far.
    if (phase === 'rule' && column > ruleDash) return false;
    if (isBlank(line, column)) return false;
    if (column === 0 && isMarker(line)) return this.go(IGNORED);
    if (ROLES[phase] !== 'file' && column <= groupDash) return this.#leaveGroup(line, column);
    switch (phase) {
      case 'root':
        return column === 0 ? this.firstLine(line) : this.stay(END);
      case 'keys':
        return column === 0 && bareKey(line, 0) === 'groups' && this.stay(GROUPS);
      case 'groups':
        return isDash(line, column) ? this.#enterGroup(line, column) : this.stay(END);
      case 'head':
        return this.#headLine(line, column);
      case 'rules':
        return this.#firstRule(line, column);
      case 'rule':
        return this.#afterRule(line, column);
      default:
        return false;
    }
  }

  /** The first line of the document's content. */
  protected firstLine(line: string): false {
    if (!startsPlainKey(line, 0)) return this.stay(END);
    return this.stay(bareKey(line, 0) === 'groups' ? GROUPS : KEYS);
  }

  #enterGroup(line: string, dash: number): true {
    const content = behindDash(line, dash);
    const bare = isBlank(line, content);
    const groupKey = bare ? -1 : startsPlainKey(line, content) ? content : WHOLE;
    this.current = { phase: 'head', groupDash: dash, groupKey, ruleDash: -1 };
    if (!bare) this.#headLine(line, content);
    return true;
  }

  #headLine(line: string, column: number): false {
    if (this.current.groupKey === -1) {
      this.current = { ...this.current, groupKey: startsPlainKey(line, column) ? column : WHOLE };
    }
    if (column !== this.current.groupKey || bareKey(line, column) !== 'rules') return false;
    return this.stay({ ...this.current, phase: 'rules' });
  }

  #firstRule(line: string, column: number): boolean {
    const { groupKey } = this.current;
    if (column >= groupKey && isDash(line, column)) {
      return this.go({ ...this.current, phase: 'rule', ruleDash: column });
    }
    // Another key: the rules were null. Anything else is not a list of rules.
    const isKey = column === groupKey && startsPlainKey(line, column);
    this.current = { ...this.current, phase: 'head', groupKey: isKey ? groupKey : WHOLE };
    return isKey && this.#headLine(line, column);
  }

  #afterRule(line: string, column: number): boolean {
    const { groupKey, ruleDash } = this.current;
    if (column === ruleDash && isDash(line, column)) return true;
    if (column !== groupKey || !isKeyLine(line, column)) return false;
    return this.go({ ...this.current, phase: 'tail', ruleDash: -1 });
  }

  /** A line that fits no column stays with the piece in front of it, which then can't be parsed. */
  #leaveGroup(line: string, column: number): boolean {
    if (column === this.current.groupDash && isDash(line, column)) return this.#enterGroup(line, column);
    return column === 0 && isKeyLine(line, 0) && this.go(END);
  }
}
