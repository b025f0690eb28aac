import { expect, it } from 'vitest';
import { maskPlaceholders } from '../templated/mask';
import { swallowedTemplates } from './swallowed';

it('escapes a template that Helm would expand', () => {
  const text = 'a: {{ .Values.a }}\nb: "{{ $labels.pod }}"\nc: "{{`{{ $value }}`}}"\n# {{ $value }}';
  const findings = swallowedTemplates(text, maskPlaceholders(text).swallowed);
  expect(findings.map(({ span }) => text.slice(span.from, span.to))).toEqual(['{{ $labels.pod }}']);
  expect(findings[0]?.fixes?.[0]?.edits[0]?.newText).toBe('{{`{{ $labels.pod }}`}}');
});
