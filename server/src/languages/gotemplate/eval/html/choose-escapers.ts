import type { PipelineNode } from '../../ast';
import { HtmlError, type Context } from './context';
import type { EscaperName } from './escapers';

type Predefined = 'html' | 'urlquery';

/** The escapers that are not needed where the template escapes for itself. */
const EQUAL: Readonly<Record<Predefined, readonly EscaperName[]>> = {
  html: ['attribute', 'html', 'rcdata'],
  urlquery: ['urlFilter', 'urlQuery', 'urlNormal'],
};

/** `html` or `urlquery` at the end of a pipeline; elsewhere they are refused. */
function predefinedEscaper(
  { commands }: PipelineNode,
  { state, delimiter }: Context,
): Predefined | undefined {
  for (const [i, { operands }] of commands.entries()) {
    const [first] = operands;
    if (first.kind !== 'identifier' || (first.name !== 'html' && first.name !== 'urlquery')) continue;
    const isLast = i === commands.length - 1;
    if (!isLast || (state === 'attr' && delimiter === 'space' && first.name === 'html')) {
      throw new HtmlError(`predefined escaper ${JSON.stringify(first.name)} disallowed in template`);
    }
    return first.name;
  }
  return undefined;
}

/** How a value that stands in `context` is escaped, in this order; `text` is how it is written. */
export function escapersOf(pipeline: PipelineNode, context: Context, text: string): EscaperName[] {
  const predefined = predefinedEscaper(pipeline, context);
  const escapers = escapersFor(context, text);
  return predefined === undefined ? escapers : escapers.filter((name) => !EQUAL[predefined].includes(name));
}

function escapersFor(context: Context, pipeline: string): EscaperName[] {
  const inner = innerEscapers(context, pipeline);
  if (context.delimiter === 'none') return inner;
  const last = inner.at(-1);
  // What these give needs no more escaping for HTML.
  if (last === 'comment' || last === 'jsRegexp' || last === 'jsString' || last === 'cssString') {
    return context.delimiter === 'space' && last !== 'comment' ? [...inner, 'unquoted'] : inner;
  }
  return [...inner, context.delimiter === 'space' ? 'unquoted' : 'attribute'];
}

function innerEscapers(context: Context, pipeline: string): EscaperName[] {
  switch (context.state) {
    case 'url':
    case 'cssDq':
    case 'cssSq':
    case 'cssDqUrl':
    case 'cssSqUrl':
    case 'cssUrl':
      switch (context.urlPart) {
        case 'none':
          return [
            'urlFilter',
            context.state === 'cssDq' || context.state === 'cssSq' ? 'cssString' : 'urlNormal',
          ];
        case 'path':
          return [context.state === 'cssDq' || context.state === 'cssSq' ? 'cssString' : 'urlNormal'];
        case 'query':
          return ['urlQuery'];
        case 'unknown':
          throw new HtmlError(`{{${pipeline}}} appears in an ambiguous context within a URL`);
      }
      break;
    case 'js':
      return ['jsValue'];
    case 'jsDq':
    case 'jsSq':
      return ['jsString'];
    case 'jsTemplate':
      return ['jsTemplate'];
    case 'jsRegexp':
      return ['jsRegexp'];
    case 'css':
      return ['cssValue'];
    case 'text':
      return ['html'];
    case 'rcdata':
      return ['rcdata'];
    case 'attrName':
    case 'tag':
    case 'afterName':
    case 'beforeValue':
      return ['name'];
    case 'srcset':
      return ['srcset'];
    case 'attr':
    case 'dead':
      return [];
    case 'comment':
    case 'jsBlockComment':
    case 'jsLineComment':
    case 'cssBlockComment':
    case 'cssLineComment':
      return ['comment'];
  }
}
