import { describe, expect, it } from 'vitest';
import { definition } from './definition';
import { rename } from './rename';
import { afterEdit, placesInWords, project } from './testing';

const PAGE = `# HELP requests_total Requests, requests_total.
# TYPE requests_total counter
requests_total{method="GET",code="method"} 3
requests_total{method="PUT"} 4
# TYPE wait histogram
wait_bucket{method="GET",le="1"} 1
wait_bucket{method="GET",le="+Inf"} 2
wait_sum{method="GET"} 1
wait_count{method="GET"} 2
`;
const OPEN_METRICS = `# TYPE requests counter
# HELP requests Requests.
requests_total{method="GET"} 3
requests_created{method="GET"} 1
# EOF
`;

async function renamed(
  files: Record<string, string>,
  newName: string,
): Promise<Record<string, string> | string> {
  const { workspace, context, position } = await project(files);
  const edit = await rename(context, position, newName, true);
  return 'refused' in edit ? edit.refused : afterEdit(workspace, edit);
}

describe('a page of samples', () => {
  it.each([
    [PAGE.replace('requests_', 'requests‸_'), 'up'],
    [PAGE.replace('\nrequests_', '\nrequests‸_'), 'up'],
    [PAGE, 'rate(reques‸ts_total[5m])'],
  ])('has a metric renamed in all of its lines', async (page, query) => {
    const texts = await renamed({ 'a.prom': page, 'q.promql': query }, 'calls_total');
    expect(texts).toMatchObject({
      'a.prom': PAGE.replaceAll(/requests_total(?!\.)/g, 'calls_total'),
    });
  });

  it('has a histogram renamed with its series', async () => {
    const files = { 'a.prom': PAGE.replace('wait_sum', 'wait‸_sum'), 'q.promql': 'wait_bucket' };
    expect(await renamed(files, 'delay_sum')).toEqual({
      'a.prom': PAGE.replaceAll('wait', 'delay'),
      'q.promql': 'delay_bucket',
    });
  });

  it('of OpenMetrics keeps the suffix out of comments', async () => {
    const files = { 'a.prom': OPEN_METRICS, 'q.promql': 'reques‸ts_total / requests_created' };
    expect(await renamed(files, 'calls_total')).toEqual({
      'a.prom': OPEN_METRICS.replaceAll('requests', 'calls'),
      'q.promql': 'calls_total / calls_created',
    });
    expect(await renamed(files, 'calls')).toBe('w/a.prom:1: what is defined there ends in _total.');
  });

  it.each([
    [PAGE.replace('{method="PUT"', '{met‸hod="PUT"'), 'requests_total{method="x"}'],
    [PAGE, 'requests_total{me‸thod="x"}'],
  ])('has a label of one metric renamed', async (page, query) => {
    expect(await renamed({ 'a.prom': page, 'q.promql': query }, 'verb')).toEqual({
      'a.prom': PAGE.replaceAll(/(requests_total\{)method/g, '$1verb'),
      'q.promql': 'requests_total{verb="x"}',
    });
  });

  it('is where a series is defined', async () => {
    const { workspace, context, position } = await project({ 'a.prom': PAGE, 'q.promql': 'wait_‸bucket' });
    expect(await placesInWords(workspace, await definition(context, position))).toEqual(['a.prom:5 wait']);
  });
});
