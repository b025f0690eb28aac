/** Text as a YAML scalar for an insertion, in quotes where it needs them. */
export function yamlText(text: string): string {
  const isPlain = /^[\p{L}\p{N}_./](?:[\p{L}\p{N}_./+ -]|:(?=[^ ]))*$/u.test(text) && !text.endsWith(' ');
  return isPlain && !/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);
}
