/** Text from a file as messages show it: in quotes, on one line and not too long. */
export function quoted(text: string): string {
  const line = text.slice(0, 60).replace(/\s+/g, ' ');
  return `"${line}${text.length > 60 ? '…' : ''}"`;
}
