/** Where the scanner is, and the columns that it knows; a column is -1 while unknown. */
export interface ScanState {
  readonly phase:
    | 'start' // nothing seen but comments and directives
    | 'open' // the document is open
    | 'groups' // behind `groups:`, in front of the first group
    | 'head' // in a group, not yet behind `rules:`
    | 'rules' // behind `rules:`, in front of the first rule
    | 'rule'
    | 'tail' // in a group, behind its rules
    | 'end' // behind the groups
    | 'ignored'; // behind the document
  readonly groupDash: number;
  readonly groupKey: number;
  readonly ruleDash: number;
}

/** The column of a group's keys when the group is kept in one piece. */
const WHOLE = 1 << 20;

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const HASH = 35;
const PERCENT = 37;
const DASH = 45;
/** What can't start a plain key: properties, aliases, block and flow collections, quotes, explicit keys. */
const NOT_A_KEY = new Set(['&', '!', '*', '|', '>', '[', '{', '"', "'", '?', '-', '\t', '@', '`', '%']);

/** Goes over the lines of a rule file, looking at each line's beginning only. */
export class LineScanner {
  #state: ScanState;

  constructor(state: ScanState | undefined) {
    this.#state = state ?? { phase: 'start', groupDash: -1, groupKey: -1, ruleDash: -1 };
  }

  state(): ScanState {
    return this.#state;
  }

  /** Takes the next line, with or without its line break; true when a segment starts with it. */
  line(line: string): boolean {
    const { phase, ruleDash } = this.#state;
    if (phase === 'ignored') return false;
    let column = 0;
    while (line.charCodeAt(column) === SPACE) column++;
    if (phase === 'rule' && column > ruleDash) return false;
    if (isBlank(line, column)) return false;
    if (column === 0 && phase !== 'start' && isMarker(line)) {
      this.#go({ phase: 'ignored' });
      return true;
    }
    switch (phase) {
      case 'start':
        return column === 0 ? this.#start(line) : this.#stay('end');
      case 'open':
        if (column === 0 && isBareKey('groups:', line, 0)) this.#go({ phase: 'groups' });
        return false;
      case 'groups':
        if (!isDash(line, column)) return this.#stay('end');
        this.#go({ groupDash: column });
        return this.#enterGroup(line, column);
      case 'head':
        return column <= this.#state.groupDash
          ? this.#leaveGroup(line, column)
          : this.#groupLine(line, column);
      case 'rules':
        return this.#firstRuleLine(line, column);
      case 'rule':
        return this.#afterRule(line, column);
      case 'tail':
        return column <= this.#state.groupDash && this.#leaveGroup(line, column);
      case 'end':
        return false;
    }
  }

  #go(change: Partial<ScanState>): void {
    this.#state = { ...this.#state, ...change };
  }

  #stay(phase: ScanState['phase']): false {
    this.#go({ phase });
    return false;
  }

  #start(line: string): false {
    if (line.charCodeAt(0) === PERCENT || line.startsWith('...')) return false;
    return this.#stay(isBareKey('groups:', line, 0) ? 'groups' : 'open');
  }

  #enterGroup(line: string, dash: number): true {
    let content = dash + 1;
    while (line.charCodeAt(content) === SPACE) content++;
    const bare = isBlank(line, content);
    const splits = !NOT_A_KEY.has(line.charAt(content));
    this.#go({ phase: 'head', groupKey: bare ? -1 : splits ? content : WHOLE, ruleDash: -1 });
    if (!bare) this.#groupLine(line, content);
    return true;
  }

  #groupLine(line: string, column: number): false {
    if (this.#state.groupKey === -1) {
      this.#go({ groupKey: NOT_A_KEY.has(line.charAt(column)) ? WHOLE : column });
    }
    if (column === this.#state.groupKey && isBareKey('rules:', line, column)) this.#go({ phase: 'rules' });
    return false;
  }

  #firstRuleLine(line: string, column: number): boolean {
    const { groupDash, groupKey } = this.#state;
    if (column <= groupDash) return this.#leaveGroup(line, column);
    if (column >= groupKey && isDash(line, column)) {
      this.#go({ phase: 'rule', ruleDash: column });
      return true;
    }
    // Another key: the rules were null. Anything else is not a list of rules.
    this.#go({ phase: 'head', groupKey: column === groupKey ? groupKey : WHOLE });
    return false;
  }

  #afterRule(line: string, column: number): boolean {
    const { groupDash, groupKey, ruleDash } = this.#state;
    if (column === ruleDash && isDash(line, column)) return true;
    if (column <= groupDash) return this.#leaveGroup(line, column);
    if (column !== groupKey) return false;
    this.#go({ phase: 'tail' });
    return true;
  }

  #leaveGroup(line: string, column: number): true {
    if (column === this.#state.groupDash && isDash(line, column)) return this.#enterGroup(line, column);
    this.#go({ phase: 'end', groupDash: -1, groupKey: -1, ruleDash: -1 });
    return true;
  }
}

/** Nothing but a comment from `column` on. */
function isBlank(line: string, column: number): boolean {
  if (column >= line.length) return true;
  const c = line.charCodeAt(column);
  return c === LF || c === CR || c === HASH;
}

function isDash(line: string, column: number): boolean {
  return line.charCodeAt(column) === DASH && endsWord(line, column + 1);
}

function isMarker(line: string): boolean {
  return (line.startsWith('---') || line.startsWith('...')) && endsWord(line, 3);
}

function endsWord(line: string, column: number): boolean {
  if (column >= line.length) return true;
  const c = line.charCodeAt(column);
  return c === SPACE || c === TAB || c === LF || c === CR;
}

/** `key` at `column`, with nothing behind it but spaces and a comment. */
function isBareKey(key: string, line: string, column: number): boolean {
  if (!line.startsWith(key, column)) return false;
  const behind = column + key.length;
  let rest = behind;
  while (line.charCodeAt(rest) === SPACE) rest++;
  return isBlank(line, rest) && !(rest === behind && line.charCodeAt(rest) === HASH);
}
