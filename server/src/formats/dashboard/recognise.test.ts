import { describe, expect, it } from 'vitest';
import { isDashboard } from './recognise';

describe('isDashboard', () => {
  it.each([
    ['a.json', '{"panels": [], "schemaVersion": 39}'],
    ['a.JSON', '{"annotations": {}, "panels": [{"datasource": null, "gridPos": {"h": 8}}'],
    ['a.json', '{"rows": [{"panels": [{"targets": []}]}]}'],
    ['a.json', '{"dashboard": {"panels": [], "templating": {"list": []}}}'],
    ['a.json', '{"apiVersion": "dashboard.grafana.app/v2beta1", "kind": "Dashboard"}'],
    ['a.json', '{"elements": {"panel-1": {"kind": "Panel", "spec": {"data": {"kind": "QueryGroup"'],
  ])('%s: %s', (path, text) => {
    expect(isDashboard(path, text)).toBe(true);
  });

  it.each([
    ['package.json', '{"name": "a", "scripts": {}}'],
    ['a.json', '{"panels": [], "title": "an office"}'],
    ['a.json', '{"kind": "Dashboard", "spec": {"panels": {"a": {"kind": "Panel"}}}}'],
    ['a.json', '{"elements": [{"kind": "node"}]}'],
    ['a.yaml', '{"panels": [], "schemaVersion": 39}'],
  ])('not %s: %s', (path, text) => {
    expect(isDashboard(path, text)).toBe(false);
  });
});
