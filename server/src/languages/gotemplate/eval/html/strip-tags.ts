import { TEXT, type Context } from './context';
import { step } from './transitions';

/** The text of some HTML, without its tags and comments; entities stay (html/template `stripTags`). */
export function stripTags(html: string): string {
  let text = '';
  let context: Context = TEXT;
  for (let rest = html; rest !== '';) {
    const [next, length] = safeStep(context, rest);
    const part = rest.slice(0, length);
    if (context.state === 'text' || context.state === 'rcdata') {
      const end = next.state === context.state ? part.length : part.lastIndexOf('<');
      text += part.slice(0, end < 0 ? part.length : end);
    }
    // Scripts and styles count as text here.
    context = next.state === 'js' || next.state === 'css' ? { ...next, state: 'rcdata' } : next;
    if (length === 0 && next.state === context.state && rest.startsWith('<')) {
      const [after, skipped] = safeStep(context, rest);
      context = after;
      rest = rest.slice(Math.max(1, skipped));
    } else rest = rest.slice(length);
  }
  return text;
}

function safeStep(context: Context, text: string): readonly [Context, number] {
  try {
    return step(context, text);
  } catch {
    // No HTML that anyone can take apart.
    return [context, text.length];
  }
}
