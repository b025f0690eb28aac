import type { OffsetMap } from '../../text/region';
import { lastAtOrBefore } from '../../text/line-index';
import type { ScalarSink } from './scalar-sink';

/** The map between a scalar's value and its source, made while the source is read. */
export class ScalarMap implements ScalarSink, OffsetMap {
  value = '';
  // Stretches of the value that one stretch of the source stands for. Those of equal length go character by character.
  readonly #fragments: number[] = [];
  readonly #hosts: number[] = [];
  readonly #hostEnds: number[] = [];

  /**
   * @param source what is read
   * @param shift added to offsets of `source` for offsets of the host
   * @param start host offset for an empty value
   */
  constructor(
    readonly source: string,
    readonly shift: number,
    readonly start: number,
  ) {}

  copy(from: number, to: number): void {
    if (from < to) this.#add(this.source.slice(from, to), from, to);
  }

  put(value: string, from: number, to: number): void {
    this.#add(value, from, to);
  }

  #add(value: string, from: number, to: number): void {
    this.#fragments.push(this.value.length);
    this.#hosts.push(from + this.shift);
    this.#hostEnds.push(to + this.shift);
    this.value += value;
  }

  toHost(offset: number, side: 'start' | 'end' = 'start'): number {
    // The stretch that holds the character at the offset, or behind which the cursor stays.
    const at = Math.max(0, Math.min(offset, this.value.length));
    const isStart = side === 'start' && at < this.value.length;
    const index = lastAtOrBefore(this.#fragments, isStart ? at : Math.max(0, at - 1));
    const [fragment, host, hostEnd, length] = this.#stretch(index);
    if (length === hostEnd - host) return host + at - fragment;
    return at === fragment || (isStart && at < fragment + length) ? host : hostEnd;
  }

  toFragment(offset: number): number {
    const index = lastAtOrBefore(this.#hosts, offset);
    if (index < 0) return 0;
    const [fragment, host, hostEnd, length] = this.#stretch(index);
    if (offset >= hostEnd) return fragment + length;
    return length === hostEnd - host ? fragment + offset - host : fragment;
  }

  #stretch(index: number): readonly [fragment: number, host: number, hostEnd: number, length: number] {
    const fragment = this.#fragments[index] ?? 0;
    const host = this.#hosts[index] ?? this.start;
    const end = this.#fragments[index + 1] ?? this.value.length;
    return [fragment, host, this.#hostEnds[index] ?? this.start, end - fragment];
  }
}
