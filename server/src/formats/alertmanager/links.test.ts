import { describe, expect, it } from 'vitest';
import { configLinks } from './links';
import { readConfig } from './read';

describe('configLinks', () => {
  it('finds files and addresses, but neither globs nor secrets', () => {
    const text = [
      'global:',
      '  slack_api_url: https://hooks.slack.com/services/x',
      '  opsgenie_api_url: https://opsgenie.example/',
      '  smtp_auth_password_file: secrets/smtp',
      'templates: [mail.tmpl, more/*.tmpl]',
      'route: { receiver: a }',
      'receivers: [{ name: a }]',
    ].join('\n');
    const { model } = readConfig(text, { version: [0, 34], matchers: 'fallback' });
    expect(
      configLinks(model).map(({ kind, target, span }) => [kind, target, text.slice(span.from, span.to)]),
    ).toEqual([
      ['file', 'mail.tmpl', 'mail.tmpl'],
      ['url', 'https://opsgenie.example/', 'https://opsgenie.example/'],
      ['file', 'secrets/smtp', 'secrets/smtp'],
    ]);
  });
});
