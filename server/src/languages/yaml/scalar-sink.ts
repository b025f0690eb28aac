/** Takes the pieces of a scalar's value, in order, as its notation is read. */
export interface ScalarSink {
  /** The source's characters from `from` to `to` stand for themselves. */
  copy(from: number, to: number): void;
  /** The source's characters from `from` to `to` stand for `value`. */
  put(value: string, from: number, to: number): void;
}

/** Builds the value as a string. */
export class ValueSink implements ScalarSink {
  value = '';

  constructor(readonly text: string) {}

  copy(from: number, to: number): void {
    if (from < to) this.value += this.text.slice(from, to);
  }

  put(value: string): void {
    this.value += value;
  }
}
