import type { HoverAnswer } from '../../text/answers';
import { touches } from '../../text/span';
import type { TemplateResult } from './ast';
import { goKeywords } from './builtins';
import { signature, type TemplateFunction } from './function-info';
import { inferTypes, scopeAt } from './infer';
import type { Token, TokenType } from './lexer';
import { isAlertLabels } from './references';
import { typeName, type TemplateType } from './types';

const DESCRIBED: ReadonlySet<TokenType> = new Set<TokenType>([
  'dot',
  'field',
  'identifier',
  'keyword',
  'variable',
]);

/** What stands at `offset`, in Markdown: a function, a keyword, a variable, a field or dot. */
export function hoverTemplate(result: TemplateResult, offset: number): HoverAnswer | undefined {
  const near = result.tokens.filter((token) => DESCRIBED.has(token.type) && touches(token, offset));
  const token = near.find(({ from, to }) => from <= offset && offset < to) ?? near[0];
  const markdown = token && describe(result, token);
  return token && markdown !== undefined ? { span: { from: token.from, to: token.to }, markdown } : undefined;
}

function describe(result: TemplateResult, { type, from, to }: Token): string | undefined {
  const word = result.text.slice(from, to);
  switch (type) {
    case 'identifier': {
      const info = result.dialect.functions.get(word);
      return info && functionMarkdown(info);
    }
    case 'keyword': {
      const keyword = goKeywords.find(({ name }) => name === word);
      return keyword && paragraphs(`**${word}**`, keyword.summary, example(keyword.example));
    }
    case 'dot':
      return valueMarkdown(
        '.',
        scopeAt(result, from).dot,
        'The value that the template, or the block around, is about.',
      );
    default:
      return nameMarkdown(result, from);
  }
}

/** A function's row of the table, in Markdown. */
export function functionMarkdown(info: TemplateFunction): string {
  const { parameters, returns, summary, details, since, link } = info;
  const list = parameters.map(({ name, doc }) => `- \`${name}\`: ${doc}`).join('\n');
  const origin = since === undefined || since === '2.0' ? '' : `Since version ${since}. `;
  return paragraphs(
    `**${signature(info)}** → ${typeName(returns)}`,
    summary,
    details,
    list,
    example(info.example),
    `${origin}[Documentation](${link})`,
  );
}

/** The variable that begins at `from`, or the field whose dot stands there. */
function nameMarkdown(result: TemplateResult, from: number): string | undefined {
  let markdown: string | undefined;
  inferTypes(result, {
    variable({ name, span }, type = 'any') {
      if (span.from !== from) return;
      const known = result.dialect.variables.get(name);
      const summary = known?.type === type ? known.summary : 'A variable of this template.';
      markdown = valueMarkdown(name, type, name === '$' ? 'The data that the template was given.' : summary);
    },
    field({ name, span }, receiver, type) {
      if (span.from === from + 1 && type !== undefined)
        markdown = valueMarkdown(name, type, fieldSummary(name, receiver));
    },
  });
  return markdown;
}

function fieldSummary(name: string, receiver: TemplateType): string | undefined {
  if (typeof receiver === 'string') return undefined;
  if (receiver.kind === 'struct') return receiver.fields.get(name)?.summary;
  const method = receiver.methods?.get(name);
  if (method) return method.summary;
  if (isAlertLabels(receiver)) return "The value of the alert's label; empty if it has no such label.";
  return `An element of ${typeName(receiver)}; empty if there is none.`;
}

function valueMarkdown(name: string, type: TemplateType, summary: string | undefined): string {
  return paragraphs(`**${name}**: ${typeName(type)}`, summary);
}

function example(text: string): string {
  return `\`\`\`gotemplate\n${text}\n\`\`\``;
}

function paragraphs(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
