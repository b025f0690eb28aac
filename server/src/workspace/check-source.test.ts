import { describe, expect, it } from 'vitest';
import { checkSource } from './check-source';
import { defaultSettings } from './settings';

/** The errors and warnings in a configuration, each as its severity, code and text. */
function found(text: string, path = 'alertmanager.yml'): string[] {
  const { findings } = checkSource({ path, text }, defaultSettings());
  return findings
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ severity, code, span }) => `${severity} ${code} ${text.slice(span.from, span.to)}`);
}

const RECEIVERS = 'receivers:\n  - name: a\n    webhook_configs: [{ url: http://a }]\n';

describe('a configuration that a template language fills in', () => {
  it.each([
    [
      'sections',
      `{% if x %}\nglobal:\n  resolve_timeout: 5m\n{% endif %}\nroute:\n  {{ route | to_nice_yaml }}\n${RECEIVERS}`,
    ],
    [
      'sections in the first column',
      `route:\n  receiver: a\ntemplates:\n{{ files | to_nice_yaml }}\n${RECEIVERS}`,
    ],
    ['receivers', 'route:\n  receiver: a\nreceivers:\n{{- toYaml .Values.receivers | nindent 2 }}\n'],
  ])('may have %s that nobody sees', (_, text) => {
    expect(found(text, 'alertmanager.yml.j2')).toEqual([]);
  });

  it('may have fields for other versions', () => {
    const text = `global:\n{% if old %}\n  hipchat_url: {{ url }}\n{% endif %}\nroute:\n  receiver: a\n${RECEIVERS}`;
    expect(found(text, 'alertmanager.yml.j2')).toEqual(['warning alertmanager/unknown-field hipchat_url']);
  });
});

describe('a name that people expect', () => {
  it('is told what to write instead', () => {
    const text = `route: { receiver: a }\nreceivers: [{ name: a, email_configs: [{ to: b, subject: c }] }]\n`;
    const { findings } = checkSource({ path: 'alertmanager.yml', text }, defaultSettings());
    const messages = findings
      .filter(({ code }) => code === 'alertmanager/unknown-field')
      .map((one) => one.message);
    expect(messages).toEqual(['unknown field "subject"; write it as a header: `headers: { Subject: … }`']);
  });
});
