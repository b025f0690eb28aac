import { isComment, type Context } from './context';
import { step } from './transitions';

/** What a text becomes: comments go, and a `<` that begins no tag is escaped (escape.go `escapeText`). */
export function rewrite(text: string, start: Context): { written: string; context: Context } {
  let written = '';
  let context = start;
  for (let rest = text; rest !== '';) {
    const [next, length] = step(context, rest);
    const part = rest.slice(0, length);
    if (context.state === 'text' || context.state === 'rcdata')
      written += withoutLoneBrackets(part, context, next);
    else if (isComment(context) && context.delimiter === 'none') {
      // A comment in a script can stand for a line break.
      if (context.state === 'jsBlockComment') written += /[\n\r\u2028\u2029]/.test(part) ? '\n' : ' ';
      else if (context.state === 'cssBlockComment') written += ' ';
    } else written += part;
    if (next.state !== context.state && isComment(next) && next.delimiter === 'none') {
      written = written.slice(0, -(next.state === 'comment' ? 4 : 2));
    }
    context = next;
    rest = rest.slice(length);
  }
  return { written, context };
}

function withoutLoneBrackets(part: string, context: Context, next: Context): string {
  const tag = next.state === context.state ? part.length : part.lastIndexOf('<');
  const end = tag < 0 ? part.length : tag;
  return part.slice(0, end).replace(/<(?!!doctype)/gi, '&lt;') + part.slice(end);
}
