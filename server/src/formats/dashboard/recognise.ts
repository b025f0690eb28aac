/**
 * True for a file that may be a Grafana dashboard: JSON in one of its schemas, bare or inside of what its API and its
 * Kubernetes objects put around it. Costs a search for a word in files that are none.
 *
 * @param path with `/` between folders; a URI's path will do
 * @param textStart the file, or as much of its beginning as is at hand; a few KiB will do
 */
export function isDashboard(path: string, textStart: string): boolean {
  if (!/\.json$/i.test(path)) return false;
  if (textStart.includes('"panels"')) return CLASSIC.test(textStart);
  return (
    textStart.includes('dashboard.grafana.app/v2') || (textStart.includes('"elements"') && V2.test(textStart))
  );
}

/** What stands in each dashboard of the classic schema; one of them near its beginning, however its keys are sorted. */
const CLASSIC = /"(?:schemaVersion|templating|gridPos|fieldConfig|graphTooltip|targets)"[ \t]*:/;

/** Kinds of the new schema's elements and variables. */
const V2 = /"kind"\s*:\s*"(?:QueryGroup|PanelQuery|QueryVariable|AnnotationQuery|GridLayout|RowsLayout)"/;
