/** What the value of an attribute is (html/template/attr.go). */
export type AttributeType = 'plain' | 'unsafe' | 'url' | 'style' | 'script' | 'srcset' | 'html';

/** The attributes that are known, by what their values are. */
const KNOWN: readonly (readonly [AttributeType, string])[] = [
  [
    'url',
    'action archive background cite classid codebase data formaction href icon longdesc manifest poster profile src usemap xmlns',
  ],
  [
    'unsafe',
    'accept-charset async challenge charset content crossorigin defer enctype form formenctype formmethod formnovalidate ' +
      'http-equiv keytype language method novalidate pattern rel sandbox type value',
  ],
  ['style', 'style'],
  ['srcset', 'srcset'],
  ['html', 'srcdoc'],
  ['plain', 'open srclang'],
];

const types = new Map(
  KNOWN.flatMap(([type, names]) => names.split(' ').map((name) => [name, type] as const)),
);

/** What the value of the attribute `name`, in small letters, is. */
export function attributeType(name: string): AttributeType {
  let plain = name;
  if (name.startsWith('data-')) plain = name.slice(5);
  else if (name.includes(':')) {
    const [prefix] = name.split(':');
    if (prefix === 'xmlns') return 'url';
    plain = name.slice(name.indexOf(':') + 1);
  }
  const known = types.get(plain);
  if (known !== undefined) return known;
  if (plain.startsWith('on')) return 'script';
  return /src|uri|url/.test(plain) ? 'url' : 'plain';
}
