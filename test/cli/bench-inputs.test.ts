import { expect, it } from 'vitest';
import { INPUTS } from '../bench/generate.mjs';
import { CliFolder } from '../support/cli';

it('the benchmark’s inputs are of the sizes that it says, and without errors', async () => {
  const [large, huge, many] = [INPUTS.large(), INPUTS.huge(), INPUTS.many()];
  expect(large.length).toBeCloseTo(496_000, -4);
  expect(huge.length / 1e6).toBeCloseTo(5.1, 1);
  expect(huge.match(/^ {4}- (?:alert|record):/gm)).toHaveLength(10_000);
  expect(many).toHaveLength(1000);
  expect(many.join('').length / 1e6).toBeCloseTo(4.3, 1);

  const config = INPUTS.config();
  expect(config.split('\n').length / 1000).toBeCloseTo(5, 0);

  const folder = new CliFolder({ 'large.yml': large, 'huge.yml': huge, 'alertmanager.yml': config });
  folder.write(Object.fromEntries(many.map((text, i) => [`many/${i}.yml`, text])));
  const { code, stdout } = await folder.run(['check', '--format', 'json', '--min-severity', 'error', '.']);
  expect([code, stdout]).toEqual([0, '[]\n']);
});
