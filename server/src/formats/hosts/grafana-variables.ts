import type { Span } from '../../text/span';

/**
 * `$name`, `${name}`, `${name.field:format}`, `[[name]]`, `[[name:format]]`, as Grafana reads them, and what a template
 * language fills in. Source: Grafana's documentation, Dashboards, Variable syntax.
 */
const VARIABLE =
  /\$(?!\d+\b)\w+|\$\{(?!\d+\})\w+(?:\.[^:^}\s$]{1,100})?(?::[^}\s$]{1,100})?\}|\[\[\w+(?::\w+)?\]\]|\{\{[^{}\n]*\}\}/g;

/** The stretches of `text` that Grafana's variables stand in, in order. `$1` is a group of `label_replace`. */
export function variablesIn(text: string): Span[] {
  return Array.from(text.matchAll(VARIABLE), ({ 0: written, index }) => ({
    from: index,
    to: index + written.length,
  }));
}
