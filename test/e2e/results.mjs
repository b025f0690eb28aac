// What the suite wrote about its run, for the driver that started VS Code.
import { readFile } from 'node:fs/promises';

/** Prints the tests and their failures; gives their numbers. A run that wrote nothing counts as one failure. */
export async function report(file) {
  let tests;
  try {
    tests = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    console.log('The suite in VS Code did not come to its end.');
    return { passed: 0, failed: 1 };
  }
  for (const { title, error } of tests) {
    console.log(error === undefined ? `  ✓ ${title}` : `  ✗ ${title}\n${error.replace(/^/gm, '      ')}`);
  }
  const failed = tests.filter(({ error }) => error !== undefined).length;
  return { passed: tests.length - failed, failed };
}
