import type { CodePage } from '../../text/code-page';
import type { Finding } from '../../text/finding';
import type { Span } from '../../text/span';

const CODE = 'kubernetes/helm-swallows-template';

export const kubernetesCodes: Readonly<Record<string, CodePage>> = {
  [CODE]: {
    title: 'Helm expands a template of Prometheus',
    explanation:
      'Helm reads every `{{ … }}` in a chart’s templates as its own, so `{{ $labels.pod }}` fails or prints nothing, and Prometheus never sees it. Put it in a raw string, ``{{`{{ $labels.pod }}`}}``, or keep the rules outside of `templates/` and include them with `.Files.Get`.',
  },
};

/**
 * Warns of templates of Prometheus in a chart that are not escaped.
 * @param text the file
 * @param swallowed where they stand
 */
export function swallowedTemplates(text: string, swallowed: readonly Span[]): Finding[] {
  return outsideComments(text, swallowed).map((span) => {
    const template = text.slice(span.from, span.to);
    const newText = `{{\`${template}\`}}`;
    return {
      code: CODE,
      severity: 'warning',
      message: `Helm expands this itself, so Prometheus never sees it; write ${newText}`,
      span,
      fixes: [{ title: 'Escape it for Helm', edits: [{ span, newText }], preferred: true }],
    };
  });
}

/** Of a chart's values, most of what looks like a template stands in comments. Spans are ordered. */
function outsideComments(text: string, spans: readonly Span[]): Span[] {
  let lineStart = 0;
  let lineEnd = text.indexOf('\n');
  return spans.filter(({ from }) => {
    while (lineEnd >= 0 && lineEnd < from) {
      lineStart = lineEnd + 1;
      lineEnd = text.indexOf('\n', lineStart);
    }
    const comment = /[ \t]*#/y;
    comment.lastIndex = lineStart;
    return !comment.test(text);
  });
}
