import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSettings, defaultSettings } from '../../server/src/workspace/settings';

interface Property {
  readonly type: string;
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly markdownDescription: string;
}

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const manifest = JSON.parse(read('package.json')) as {
  activationEvents: string[];
  contributes: { configuration: { properties: Record<string, Property> }[] };
};
const settings = manifest.contributes.configuration.flatMap(({ properties }) => Object.entries(properties));

describe('the manifest', () => {
  it('has the defaults that the server has', () => {
    const sent: Record<string, Record<string, unknown>> = {};
    for (const [name, property] of settings) {
      const [, section, key] = name.split('.') as [string, string, string | undefined];
      if (key === undefined) sent[section] = property.default as Record<string, unknown>;
      else (sent[section] ??= {})[key] = property.default;
    }
    expect(readSettings(sent)).toEqual(defaultSettings());
  });

  it('activates for languages only', () => {
    expect(manifest.activationEvents.filter((event) => !/^onLanguage:[a-z-]+$/.test(event))).toEqual([]);
  });
});

describe('the README', () => {
  it('lists every setting with its default', async () => {
    const rows = settings.map(
      ([name, property]) => `| \`${name}\` | ${shown(property)} | ${property.markdownDescription} |`,
    );
    const table = ['| Setting | Default | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
    const readme = read('README.md').replace(
      /(<!-- settings: .*? -->\n)[^]*(?=<!-- \/settings -->)/,
      (_, start: string) => `${start}${table}\n`,
    );
    await expect(readme).toMatchFileSnapshot(fileURLToPath(new URL('README.md', root)));
  });
});

/** A default for one cell of a table; a list's items one below the other. */
function shown({ default: value }: Property): string {
  if (Array.isArray(value) && value.length > 0)
    return value.map((item) => `\`${String(item)}\``).join('<br>');
  return value === '' ? 'empty' : `\`${JSON.stringify(value)}\``;
}
