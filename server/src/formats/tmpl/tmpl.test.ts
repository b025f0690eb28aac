import { describe, expect, it } from 'vitest';
import { alertmanagerTemplates, builtInTemplates } from '../../languages/gotemplate/alertmanager';
import { parseTemplate } from '../../languages/gotemplate/parse';
import { templateFileFindings } from './findings';
import { looksLikeAlertmanagerTemplate } from './recognise';

describe('template files of Alertmanager', () => {
  it.each([
    '{{ define "slack.title" }}{{ .CommonLabels.alertname }}{{ end }}',
    '{{- define "x" -}}{{ range .Alerts.Firing }}{{ .Labels.job }}{{ end }}{{ end }}',
    '{{ define "x" }}{{ .Annotations.summary }}{{ end }}',
    '{{ define "x" }}{{ with .CommonLabels.Remove .GroupLabels.Names }}{{ .Values | join " " }}{{ .Values.Join ", " }}{{ end }}{{ end }}',
    '{{/* Slack, as in the chart: .Values.x */}}\n{{ define `t` }}{{ template "__subject" . }}{{ end }}',
    '{{ define "email" }}<!-- include the Chart --><a href="{{ .ExternalURL }}">{{ .GroupLabels.SortedPairs.Values | join " " }}</a>{{ end }}',
    '{{ define "x" }}{{ range .Alerts }}Key: secret "a" service "b" {{ .Labels.service }}{{ end }}{{ end }}',
  ])('%s is one', (text) => {
    expect(looksLikeAlertmanagerTemplate(text)).toBe(true);
  });

  it.each([
    '',
    'plain text',
    '{{ define "x" }}{{ $.Values.labels }}{{ .Labels }}{{ end }}',
    '{{ .CommonLabels.alertname }}',
    '{{- define "chart.name" -}}{{ default .Chart.Name .Values.nameOverride }}{{- end }}',
    '{{ define "x" }}{{ include "y" . | nindent 2 }}{{ .Labels }}{{ end }}',
    '{{ define "labels" }}{{ .Release.Name }}{{ .Values.Annotations }}{{ end }}',
    '{{ range service "web" }}{{ .Address }}{{ end }}',
    '{{ define "x" }}{{ with secret "a/b" }}{{ .Data }}{{ end }}{{ .Annotations.x }}{{ end }}',
    '{{ define "x" }}{{ .Alerts }}{{ .DashboardURL }}{{ end }}',
    '{{ define "page" }}{{ .Site.Title }}{{ .Labels.x }}{{ end }}',
    '{{ define "head" }}{{ .Title }}{{ end }}',
  ])('%s is none', (text) => {
    expect(looksLikeAlertmanagerTemplate(text)).toBe(false);
  });
});

describe('their findings', () => {
  it.each([
    ['{{ define "a" }}{{ nope }}{{ end }}', [['error', 'template/unknown-function']]],
    ['{{ define "a" }}x', [['error', 'template/unclosed-block']]],
    ['{{ define "a" }}x{{ end }}{{ define "a" }}y{{ end }}', [['error', 'template/redefined']]],
    ['{{ define "file.tmpl" }}x{{ end }}y', [['error', 'template/redefined']]],
    ['{{ define "a" }}{{ template "nope" . }}{{ end }}', [['warning', 'template/undefined-template']]],
    ['{{ define "a" }}{{ template "__subject" . }}{{ end }}', []],
    [
      '{{ define "a" }}{{ range .Alerts }}{{ .Label.x }}{{ end }}{{ end }}',
      [['warning', 'template/unknown-field']],
    ],
  ])('%s', (text, expected) => {
    const result = parseTemplate(text, alertmanagerTemplates([0, 34]), 'file.tmpl');
    const findings = templateFileFindings(result, builtInTemplates([0, 34]));
    expect(findings.map(({ severity, code }) => [severity, code])).toEqual(expected);
  });
});
