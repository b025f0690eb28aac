import { describe, expect, it } from 'vitest';
import { CliFolder } from '../support/cli';

describe('files of templates that a configuration names', () => {
  const config = 'route: { receiver: a }\nreceivers: [{ name: a }]\ntemplates: [good.tmpl, "t/*.tmpl"]\n';
  const check = async (template: string) => {
    const folder = new CliFolder({
      'am/alertmanager.yml': config,
      'am/good.tmpl': '{{ define "a" }}{{ .Status }}{{ end }}',
      'am/t/mail.tmpl': template,
    });
    const { code, stdout } = await folder.run([
      'check',
      '--format',
      'json',
      '--min-severity',
      'error',
      'am/alertmanager.yml',
    ]);
    const found = JSON.parse(stdout) as { code: string; message: string; range: unknown }[];
    return { code, found: found.map((finding) => [finding.code, finding.message]) };
  };

  it('are refused with it when they are broken', async () => {
    expect(await check('{{ define "b" }}{{ .Status | nope }}{{ end }}')).toEqual({
      code: 1,
      found: [
        ['alertmanager/broken-template-file', expect.stringMatching(/^mail\.tmpl can’t be parsed: .*nope/)],
      ],
    });
  });

  it('may fail later, when a notification is sent', async () => {
    expect(await check('{{ define "b" }}{{ .Nope }}{{ end }}')).toEqual({ code: 0, found: [] });
  });
});
