import { documentStart, withoutMark } from './line';
import type { LineScanner } from './segment';

/** A scanner of files that are one YAML document; a format says what the lines of the document mean. */
export abstract class DocumentScanner<State> implements LineScanner<State> {
  /**
   * @param current where the scanner is
   * @param states of a file whose document is open without content yet, and of one that can't be cut
   */
  constructor(
    protected current: State,
    private readonly states: { readonly open: State; readonly uncut: State },
  ) {}

  state(): State {
    return this.current;
  }

  abstract line(line: string): boolean;

  /** The first line of the document's content, in the first column. */
  protected abstract firstLine(line: string): false;

  /** A line that nothing but comments and directives stands in front of. */
  protected startLine(line: string): false {
    const content = withoutMark(line);
    switch (documentStart(content)) {
      case 'nothing':
        return false;
      case 'marker':
        return this.stay(this.states.open);
      case 'content':
        return this.firstLine(content);
      case 'other':
        return this.stay(this.states.uncut);
    }
  }

  /** A segment starts with the line, behind which the scanner is in that state. */
  protected go(state: State): true {
    this.current = state;
    return true;
  }

  /** As `go`, of a line that goes on with the segment. */
  protected stay(state: State): false {
    this.current = state;
    return false;
  }
}
