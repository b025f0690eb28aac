/** The programs inside of a page of Vue or Svelte. */
export interface ScriptBlocks {
  /** The page with everything but its programs blanked out: offsets and lines are those of the page. */
  readonly source: string;
  /** True when one of them is written in JSX. */
  readonly hasJsx: boolean;
}

const TAG = /<!--[^]*?(?:-->|$)|<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([^]*?)(<\/script|$)/gi;

/** The `<script>` elements of `page`: of JavaScript and TypeScript, not of data or templates. */
export function scriptBlocks(page: string): ScriptBlocks {
  let source = '';
  let hasJsx = false;
  let at = 0;
  for (const match of page.matchAll(TAG)) {
    const [whole, attributes, script, closing] = match;
    if (attributes === undefined || script === undefined || closing === undefined || !isProgram(attributes))
      continue;
    const end = match.index + whole.length - closing.length;
    source += blank(page.slice(at, end - script.length)) + script;
    at = end;
    if (closing) {
      // Ends a last statement that has no semicolon.
      source += ';';
      at++;
    }
    hasJsx ||= /\blang\s*=\s*["']?[jt]sx\b/i.test(attributes);
  }
  return { source: source + blank(page.slice(at)), hasJsx };
}

function isProgram(attributes: string): boolean {
  const [, type] = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes) ?? [];
  return type === undefined || type === 'module' || /(?:java|type|ecma)script|[jt]sx?$/i.test(type);
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
