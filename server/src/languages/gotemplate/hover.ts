import type { HoverAnswer } from '../../text/answers';
import { touches } from '../../text/span';
import type { TemplateResult } from './ast';
import { goKeywords } from './builtins';
import { signature, type TemplateFunction } from './function-info';
import { templateFacts } from './facts';
import { inferTypes, scopeAt } from './infer';
import { membersOf } from './members';
import type { Token, TokenType } from './token';
import { isAlertLabels } from './references';
import type { TemplateKnowledge } from './template-knowledge';
import { typeName, withArticle, type TemplateType } from './types';

/** Versions of the tables that stand for "as long as anyone uses". */
const ALWAYS: ReadonlySet<string> = new Set(['2.0', '0.27']);

const DESCRIBED: ReadonlySet<TokenType> = new Set<TokenType>([
  'dot',
  'field',
  'identifier',
  'keyword',
  'rawString',
  'string',
  'variable',
]);

/**
 * What stands at `offset`, in Markdown: a function, a keyword, a variable, a field, dot, or the name of a template, of
 * those in the text or of the others that `templates` knows.
 */
export function hoverTemplate(
  result: TemplateResult,
  offset: number,
  templates?: TemplateKnowledge,
): HoverAnswer | undefined {
  const near = result.tokens.filter((token) => DESCRIBED.has(token.type) && touches(token, offset));
  const token = near.find(({ from, to }) => from <= offset && offset < to) ?? near[0];
  const markdown = token && describe(result, token, templates);
  return token && markdown !== undefined ? { span: { from: token.from, to: token.to }, markdown } : undefined;
}

function describe(
  result: TemplateResult,
  { type, from, to }: Token,
  templates: TemplateKnowledge | undefined,
): string | undefined {
  const word = result.text.slice(from, to);
  switch (type) {
    case 'identifier': {
      const info = result.dialect.functions.get(word);
      return info && functionMarkdown(info);
    }
    case 'keyword': {
      const keyword = goKeywords.find(({ name }) => name === word);
      return (
        keyword &&
        paragraphs(
          `**${word}**`,
          keyword.summary,
          example(result.dialect.examples.get(word) ?? keyword.example),
        )
      );
    }
    case 'dot':
      return valueMarkdown(
        '.',
        scopeAt(result, from).dot,
        'The value that the template, or the block around, is about.',
      );
    case 'string':
    case 'rawString':
      return templateMarkdown(result, from, templates);
    default:
      return nameMarkdown(result, from);
  }
}

/** The template whose name stands at `from`, in a call or a definition. */
function templateMarkdown(
  result: TemplateResult,
  from: number,
  templates: TemplateKnowledge | undefined,
): string | undefined {
  const { defined, used } = templateFacts(result);
  const name = [...defined, ...used].find(({ nameSpan }) => nameSpan.from === from)?.name;
  if (name === undefined) return undefined;
  const own = defined.find((one) => one.name === name);
  const known = templates?.defined(name);
  if (!own && !known) return undefined;
  const takes = own?.takes ?? known?.takes ?? 'any';
  const given = takes === 'any' ? undefined : `Its \`.\` is ${withArticle(typeName(takes))}.`;
  return paragraphs(`**${name}**: a template`, own ? 'Defined in this text.' : known?.summary, given);
}

/** A function's row of the table, in Markdown. */
export function functionMarkdown(info: TemplateFunction): string {
  const { parameters, returns, summary, details, since, link } = info;
  const list = parameters.map(({ name, doc }) => `- \`${name}\`: ${doc}`).join('\n');
  const origin = since === undefined || ALWAYS.has(since) ? '' : `Since version ${since}. `;
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
  const member = membersOf(receiver)?.get(name);
  if (member)
    return member.since === undefined ? member.summary : `${member.summary} Since version ${member.since}.`;
  if (typeof receiver === 'string' || receiver.kind === 'struct') return undefined;
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
