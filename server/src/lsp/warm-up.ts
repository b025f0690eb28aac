import { completion, resolveCompletion } from '../features/completion';
import { withEditRange } from '../features/completion-defaults';
import { featureContext } from '../features/context';
import { hover } from '../features/hover';
import { LineIndex } from '../text/line-index';
import { Workspace } from '../workspace/workspace';

/** A made-up file with what people write most. */
const SAMPLE = `groups:
  - name: example
    rules:
      - alert: Example
        expr: sum by (job) (rate(http_requests_total{job="api"}[5m])) > 0
        for: 5m
        annotations:
          summary: '{{ $labels.job }}: {{ $value }}'
`;
/** Where something is asked in it. */
const PLACES = ['ra', 'http_re', 'fo', '$la'];
/** After so many times, V8 has compiled the most of it. */
const ROUNDS = 4;

/**
 * Asks for completion and hover in a made-up file, so that the first real requests find the tables read and the code
 * compiled: without, they take ten times as long as those that follow. Lets other work in between.
 */
export async function warmUp(): Promise<void> {
  const workspace = new Workspace({ read: () => Promise.resolve(undefined) });
  const document = workspace.open('file:///example.rules.yml', 'yaml', 0, SAMPLE);
  const context = featureContext(workspace, document);
  const lines = new LineIndex(SAMPLE);
  for (let round = 0; round < ROUNDS; round++) {
    for (const place of PLACES) {
      const position = lines.positionAt(SAMPLE.indexOf(place) + place.length);
      const { list, suggestions } = completion(context, position);
      JSON.stringify(withEditRange(list));
      for (const item of list.items.slice(0, 1)) resolveCompletion(item, suggestions);
      await new Promise(setImmediate);
      await hover(context, position);
      await new Promise(setImmediate);
    }
  }
}
