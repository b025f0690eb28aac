import { presence } from '../../structure/presence';
import type { DecodedStruct, FieldInfo, Report, StructRule } from '../../structure/types';
import type { AlertmanagerCode } from '../codes';
import { anyUrl } from './checks';
import { checked, flag, text } from './fields';

const EXCLUSIVE: AlertmanagerCode = 'alertmanager/exclusive-fields';
const MISSING: AlertmanagerCode = 'alertmanager/missing-field';

/** The fields about proxies that several structs have (prometheus/common, config/http_config.go, ProxyConfig). */
export const proxyFields: readonly FieldInfo[] = [
  checked('proxy_url', anyUrl, 'The proxy through which requests are sent.', {
    default: 'no proxy',
    example: 'proxy_url: http://proxy.example.com:3128',
  }),
  text('no_proxy', 'Hosts, domains and networks, separated by commas, that are reached without the proxy.', {
    example: 'no_proxy: localhost,.internal,10.0.0.0/8',
  }),
  flag(
    'proxy_from_environment',
    'Take the proxy from `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` of the environment.',
    {
      default: '`false`',
    },
  ),
  {
    name: 'proxy_connect_header',
    type: { kind: 'map', values: { kind: 'list', of: { kind: 'string' } } },
    summary: 'Headers that are sent to the proxy in CONNECT requests, each with a list of values.',
    secret: {},
  },
];

export const proxyRule: StructRule = { kind: 'custom', check: checkProxy };

function checkProxy(struct: DecodedStruct, report: Report): void {
  const state = (name: string) => presence(struct, name);
  const url = state('proxy_url');
  const [environment, noProxy, header] = ['proxy_from_environment', 'no_proxy', 'proxy_connect_header'];
  const exclude = (name: string, hint: string): void => {
    const message = `"${name}" and "${environment}" exclude each other; ${hint}`;
    report({ code: EXCLUSIVE, message, at: struct.fields.get(name) ?? struct });
  };
  if (state(environment) === 'set') {
    if (url === 'set') exclude('proxy_url', 'the environment names the proxy');
    if (state(noProxy) === 'set') exclude(noProxy, 'set NO_PROXY in the environment instead');
    return;
  }
  const lack = (name: string, wanted: string): void => {
    report({
      code: MISSING,
      message: `"${name}" has no effect without ${wanted}`,
      at: struct.fields.get(name) ?? struct,
    });
  };
  // A proxy that is written as empty text is one to `no_proxy`, but none to `proxy_connect_header`.
  if (state(noProxy) === 'set' && url === 'unset' && !isText(struct)) lack(noProxy, '"proxy_url"');
  if (state(header) === 'set' && url === 'unset' && state(environment) === 'unset') {
    lack(header, '"proxy_url" or "proxy_from_environment"');
  }
}

function isText(struct: DecodedStruct): boolean {
  const value = struct.fields.get('proxy_url')?.value;
  return typeof value === 'object' && value.kind === 'scalar';
}
