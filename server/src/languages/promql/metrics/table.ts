/**
 * Metrics of one exporter. Each line of `rows` is a metric: its name, its type (`counter`, or `gauge:bytes` where the
 * name doesn't tell the unit), its own labels without `job` and `instance` (`-` for none, `mode=idle|user` with the
 * usual values, `~` for a space), and in the rest of the line what it is.
 */
export interface MetricTable {
  /** In words: `node_exporter`. */
  readonly origin: string;
  readonly rows: string;
}
