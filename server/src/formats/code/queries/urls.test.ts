import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../languages/yaml/edits';
import { queriesIn, queriesInMarked, type Dialect } from './testing';

/** `marked` has `‹…›` around all that is to be found, and nothing else. */
function expectFound(marked: string, dialect?: Dialect): void {
  expect(queriesInMarked(marked, dialect).marked).toBe(marked);
}

const AXIOS = "import axios from 'axios';\n";

describe('in a URL', () => {
  it.each([
    ['fetch', "fetch('http://p:9090/api/v1/query?query=‹up›')"],
    ['encoded', "fetch('http://p:9090/api/v1/query?query=‹up%7Bjob%3D%22a%22%7D›&time=0')"],
    ['path alone', "fetch('/api/v1/query_range?start=0&query=‹up›&end=1&step=15')"],
    ['below a prefix', "fetch('/prometheus/api/v1/query?query=‹up›')"],
    ['of window', "window.fetch('/api/v1/query?query=‹up›')"],
    ['below an unknown base', "import ky from 'ky';\nky.get('api/v1/query?query=‹up›', { prefixUrl })"],
    ['base unknown', 'fetch(`${BASE}/api/v1/query?query=‹up›`)'],
    ['base put in front', "fetch(BASE + '/api/v1/query?query=‹up›')"],
    ['with a hole', 'fetch(`/api/v1/query?query=‹rate(${metric}[5m])›`)'],
    ['selectors', "fetch('/api/v1/series?match[]=‹up›&match%5B%5D=‹down›')"],
    ['label values', "fetch('/api/v1/label/job/values?match[]=‹up›')"],
    ['constant', "const url = '/api/v1/query?query=‹up›';\nfetch(url); fetch(url);"],
    ['fragment', "fetch('/api/v1/query?query=‹up›#x')"],
    ['axios', `${AXIOS}axios.get('/api/v1/query?query=‹up›')`],
    ['axios itself', `${AXIOS}axios('/api/v1/query?query=‹up›')`],
    ['axios with options', `${AXIOS}axios({ url: '/api/v1/query?query=‹up›' })`],
    ['axios, CommonJS', "const axios = require('axios');\naxios.get('/api/v1/query?query=‹up›')"],
    ['got', "import got from 'got';\ngot('http://p/api/v1/query?query=‹up›').json()"],
    ['ky', "import ky from 'ky';\nky.get('http://p/api/v1/query?query=‹up›')"],
    ['undici', "import { request } from 'undici';\nrequest('http://p/api/v1/query?query=‹up›')"],
    ['node-fetch', "import fetch from 'node-fetch';\nfetch('http://p/api/v1/query?query=‹up›')"],
    ['node', "import http from 'node:http';\nhttp.get('http://p/api/v1/query?query=‹up›', done)"],
    [
      'node, options',
      "import * as https from 'https';\nhttps.request({ host: 'p', path: '/api/v1/query?query=‹up›' })",
    ],
    ['URL', "new URL('/api/v1/query?query=‹up›', base)"],
    ['URL in fetch', "fetch(new URL('/api/v1/query?query=‹up›', base))"],
  ])('%s', (_, marked) => {
    expectFound(marked);
  });

  it.each([
    ['encoded by the program', 'fetch(`/api/v1/query?query=${encodeURIComponent(\'‹up{job="a"}›\')}`)'],
    ['by +', "fetch('/api/v1/query?query=' + encodeURIComponent('‹up›'))"],
    ['by + and more', "fetch('/api/v1/query?query=' + encodeURIComponent('‹up›') + '&time=0')"],
    ['a constant encoded', "const q = '‹up›';\nfetch(`/api/v1/query?query=${encodeURIComponent(q)}`)"],
    ['encoded before', "const q = encodeURIComponent('‹up›');\nfetch(`/api/v1/query?query=${q}`)"],
    ['a template encoded', 'fetch(`/api/v1/query?query=${encodeURIComponent(`‹up{job="${job}"}›`)}`)'],
  ])('%s', (_, marked) => {
    expectFound(marked);
  });

  it.each([
    ['another path', "fetch('/api/v1/users?query=up')"],
    ['another parameter', "fetch('/api/v1/query?time=0')"],
    ['another version', "fetch('/api/v2/query?query=up')"],
    ['Loki', "fetch('http://l/loki/api/v1/query?query=up')"],
    ['VictoriaMetrics cluster', "fetch('http://v/select/0/prometheus/api/v1/query?query=up')"],
    ['Datadog', "fetch('https://api.datadoghq.com/api/v1/query?query=avg:system.cpu.user{*}')"],
    ['Datadog by its parameters', 'fetch(`${base}/api/v1/query?from=0&to=1&query=avg:system.cpu.user{*}`)'],
    ['a longer name', "fetch('/api/v1/queryset?query=up')"],
    ['unknown query', 'fetch(`/api/v1/query?query=${query}`)'],
    ['unknown query encoded', 'fetch(`/api/v1/query?query=${encodeURIComponent(query)}`)'],
    ['no call', "const url = '/api/v1/query?query=up';"],
    ['something else called', "console.log('/api/v1/query?query=up')"],
    ['a parameter called fetch', "function f(fetch) { fetch('/api/v1/query?query=up'); }"],
  ])('not: %s', (_, text) => {
    expectFound(text);
  });
});

describe('in parameters', () => {
  it.each([
    ['axios', `${AXIOS}axios.get(\`\${base}/api/v1/query\`, { params: { query: '‹up›', time: 0 } })`],
    ['axios, constant', `${AXIOS}const query = '‹up›';\naxios.get('/api/v1/query', { params: { query } })`],
    [
      'axios, selectors',
      `${AXIOS}axios.get('/api/v1/series', { params: { 'match[]': ['‹up›', '‹down›'] } })`,
    ],
    ['axios with options', `${AXIOS}axios({ url: '/api/v1/query', params: { query: '‹up›' } })`],
    [
      'axios instance',
      `${AXIOS}const api = axios.create({ baseURL: 'http://p:9090' });\napi.get('/api/v1/query', { params: { query: '‹up›' } })`,
    ],
    [
      'axios instance below the path',
      `${AXIOS}const api = axios.create({ baseURL: 'http://p:9090/api/v1' });\napi.get('/query', { params: { query: '‹up›' } })`,
    ],
    [
      'axios instance with a slash',
      `${AXIOS}const api = axios.create({ baseURL: \`\${host}/api/v1/\` });\napi.get('query', { params: { query: '‹up›' } })`,
    ],
    ['axios form', `${AXIOS}axios.post('/api/v1/query', new URLSearchParams({ query: '‹up›' }))`],
    [
      'axios, parameters apart',
      `${AXIOS}const params = { query: '‹up›' };\naxios.get('/api/v1/query', { params })`,
    ],
    ['got', "import got from 'got';\ngot('http://p/api/v1/query', { searchParams: { query: '‹up›' } })"],
    [
      'ky with a prefix',
      "import ky from 'ky';\nky.create({ prefixUrl: 'http://p/api/v1' }).get('query', { searchParams: { query: '‹up›' } })",
    ],
    ['form', "fetch('/api/v1/query', { method: 'POST', body: new URLSearchParams({ query: '‹up›' }) })"],
    [
      'set',
      "const url = new URL('/api/v1/query', base);\nurl.searchParams.set('query', '‹up›');\nfetch(url);",
    ],
    ['append', "const url = new URL(`${base}/api/v1/series`);\nurl.searchParams.append('match[]', '‹up›');"],
    ['search parameters', "fetch(`/api/v1/query?${new URLSearchParams({ query: '‹up›' })}`)"],
    [
      'search parameters as text',
      "fetch('/api/v1/query?' + new URLSearchParams({ query: '‹up›' }).toString())",
    ],
    [
      'search parameters apart',
      "const params = new URLSearchParams({ query: '‹up›' });\nfetch(`/api/v1/query?${params}`)",
    ],
    ['search parameters, pairs', "fetch('/api/v1/query?' + new URLSearchParams([['query', '‹up›']]))"],
    [
      'search parameters set later',
      "const params = new URLSearchParams();\nparams.set('query', '‹up›');\nfetch(`/api/v1/query?${params}`)",
    ],
    ['qs', "import qs from 'qs';\nfetch(`/api/v1/query?${qs.stringify({ query: '‹up›' })}`)"],
  ])('%s', (_, marked) => {
    expectFound(marked);
  });

  it.each([
    ['another path', `${AXIOS}axios.get('/api/v1/users', { params: { query: 'up' } })`],
    [
      'another path of an instance',
      `${AXIOS}axios.create({ baseURL: '/api/v1' }).get('/users', { params: { query: 'up' } })`,
    ],
    ['another URL', "const url = new URL('/search', base);\nurl.searchParams.set('query', 'up');"],
    [
      'parameters for another URL',
      "const params = new URLSearchParams({ query: 'up' });\nfetch(`/search?${params}`); fetch('/api/v1/query?query=')".replace(
        "query=')",
        "time=0')",
      ),
    ],
    ['Datadog', `${AXIOS}axios.get('/api/v1/query', { params: { query: 'avg:x{*}', from: 0, to: 1 } })`],
    ['no client', "call('/api/v1/query', { params: { query: 'up' } })"],
  ])('not: %s', (_, text) => {
    expectFound(text);
  });

  it.each([
    ['requests', 'import requests\nrequests.get(url + "/api/v1/query", params={"query": "‹up›"})\n'],
    [
      'formatted',
      'import requests\nrequests.get(f"{PROM}/api/v1/query", params={"query": f"‹rate({m}[5m])›"})\n',
    ],
    [
      'parameters apart',
      'import requests\nparams = {"query": "‹up›"}\nrequests.get(PROM + "/api/v1/query", params=params)\n',
    ],
    ['format', 'import requests\nrequests.get("{}/api/v1/query".format(PROM), params={"query": "‹up›"})\n'],
    ['post', 'import requests\nrequests.post("http://p/api/v1/query", data={"query": "‹up›"})\n'],
    ['selectors', 'import requests\nrequests.get("http://p/api/v1/series", params={"match[]": ["‹up›"]})\n'],
    ['behind the URL', 'import requests\nrequests.get("http://p/api/v1/query", {"query": "‹up›"})\n'],
    ['URL', 'import requests\nrequests.get("http://p/api/v1/query?query=‹up›")\n'],
    [
      'session',
      'import requests\ns = requests.Session()\ns.get("http://p/api/v1/query", params={"query": "‹up›"})\n',
    ],
    ['httpx', 'import httpx\nhttpx.get("http://p/api/v1/query", params={"query": "‹up›"})\n'],
    [
      'httpx client',
      'import httpx\nc = httpx.Client(base_url="http://p")\nc.get("/api/v1/query", params={"query": "‹up›"})\n',
    ],
    [
      'httpx, asynchronous',
      'import httpx\nasync def f():\n    async with httpx.AsyncClient() as c:\n        await c.get("http://p/api/v1/query", params={"query": "‹up›"})\n',
    ],
    [
      'urllib',
      'from urllib.request import urlopen\nfrom urllib.parse import quote\nurlopen("http://p/api/v1/query?query=" + quote("‹up›"))\n',
    ],
    [
      'urlencode',
      'import urllib.request, urllib.parse\nurllib.request.urlopen("http://p/api/v1/query?" + urllib.parse.urlencode({"query": "‹up›"}))\n',
    ],
  ])('in Python: %s', (_, marked) => {
    expectFound(marked, 'py');
  });

  it.each([
    ['another path', 'import requests\nrequests.get("http://p/search", params={"query": "up"})\n'],
    ['a dictionary', 'params = {"query": "up"}\n'],
    ['Loki', 'import requests\nrequests.get("http://l/loki/api/v1/query", params={"query": "up"})\n'],
  ])('in Python not: %s', (_, text) => {
    expectFound(text, 'py');
  });
});

describe('a query in a URL in a program', () => {
  it.each([
    [
      "fetch('/api/v1/query?query=up%7Bjob%3D%27a%27%7D')",
      "job='a'",
      "job='b'",
      "fetch('/api/v1/query?query=up%7Bjob%3D\\'b\\'%7D')",
    ],
    [
      'fetch(`/api/v1/query?query=sum(${m}) + up`)',
      'up',
      'down',
      'fetch(`/api/v1/query?query=sum(${m}) + down`)',
    ],
    ["fetch('/api/v1/query?query=a' + '+%2B+b')", 'b', 'c d', "fetch('/api/v1/query?query=a' + '+%2B+c+d')"],
  ])('%s is edited in its own notation', (text, part, newText, expected) => {
    const { region } = queriesIn(text).texts[0]!;
    const from = region.text.lastIndexOf(part);
    const edits = region.encode([{ span: { from, to: from + part.length }, newText }]);
    expect(Array.isArray(edits) && applyEdits(text, edits)).toBe(expected);
  });
});
