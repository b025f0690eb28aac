import { adviseAcross, type MetricModel } from '../checks/across';
import { adviseOnConfig } from '../checks/alertmanager';
import { undefinedTemplates } from '../checks/config-templates';
import { ALERTMANAGER_FORMAT } from '../formats/alertmanager/format';
import { templateFileErrors, type BrokenTemplateFile } from '../formats/alertmanager/template-files';
import { unusedTemplates } from '../languages/gotemplate/findings';
import { lintTemplate } from '../languages/gotemplate/lint';
import { IDENTITY_MAP } from '../formats/rules/slice';
import type { TemplateKnowledge } from '../languages/gotemplate/template-knowledge';
import type { Change } from '../text/change';
import type { Finding } from '../text/finding';
import { hostSpan } from '../text/region';
import type { Span } from '../text/span';
import { wholeDocument, type Analysis, type PlacedFindings } from './analysis';

/** What other files of the workspace say that advice depends on. */
export interface WorkspaceView {
  /** Labels that alerts of the workspace's rules can have; absent where any label is possible. */
  readonly labelNames?: ReadonlySet<string>;
  /** Templates that notifications can call; absent where that isn't known. */
  readonly templates?: TemplateKnowledge;
  /** True where some file of the workspace, or Alertmanager itself, calls the template. */
  readonly isTemplateUsed?: (name: string) => boolean;
  /** What is known of metrics; absent where other files are not known. */
  readonly metrics?: MetricModel;
  /** The broken ones among the files of templates that a pattern, relative to the document, matches. */
  readonly brokenTemplates?: (pattern: string) => Iterable<BrokenTemplateFile>;
}

/**
 * Advice for which the whole of a document, and other files, have to be looked at, so it is given when typing rests.
 * @param view absent where a document is looked at by itself, so that nothing is known of other files
 */
export function wholeAdvice(analysis: Analysis, view?: WorkspaceView): PlacedFindings[] {
  const configs = (analysis.configs?.() ?? []).map((config): PlacedFindings => {
    const { model, text, dialect, map } = config;
    const context = { text, version: dialect.version, labelNames: view?.labelNames };
    // The operator's objects are parts of a configuration, in another spelling than the checks know.
    const findings = config.format === ALERTMANAGER_FORMAT ? adviseOnConfig(model, context, 'file') : [];
    if (view?.templates) findings.push(...undefinedTemplates(model, text, dialect, view.templates));
    // In a manifest the paths are those of the container.
    if (view?.brokenTemplates && analysis.kind === 'alertmanager') {
      findings.push(...templateFileErrors(model, view.brokenTemplates));
    }
    return { findings, map, encode: (edits) => config.encode(edits) };
  });
  return [...configs, ...templateAdvice(analysis, view), ...metricAdvice(analysis, view)];
}

/** Costs what the document's facts are many; nothing is parsed. */
function metricAdvice(analysis: Analysis, { metrics }: WorkspaceView = {}): PlacedFindings[] {
  if (!metrics) return [];
  const findings = analysis.facts().flatMap(({ facts, map }) =>
    adviseAcross(facts, metrics).map((finding) => ({
      ...finding,
      span: hostSpan(map, finding.span),
      fixes: finding.fixes?.map((fix) => ({
        ...fix,
        edits: fix.edits.map(({ span, newText }) => ({ span: hostSpan(map, span), newText })),
      })),
    })),
  );
  return findings.length > 0 ? [wholeDocument(findings)] : [];
}

function templateAdvice(analysis: Analysis, view: WorkspaceView = {}): PlacedFindings[] {
  const { template } = analysis;
  const { templates: known, isTemplateUsed } = view;
  if (!template || !known || !isTemplateUsed) return [];
  const missing = lintTemplate(template, known).filter(({ code }) => code === 'template/undefined-template');
  const unused = analysis
    .facts()
    .flatMap(({ facts: { templates } }) => (templates ? unusedTemplates(templates, isTemplateUsed) : []));
  return [wholeDocument([...missing, ...unused])];
}

/**
 * Advice from before a change, as far as it still tells something: what the change touches goes, what stands behind it
 * moves. Advice on a part of a document is given anew.
 */
export function movedAdvice(
  advice: readonly PlacedFindings[],
  { from, oldTo, newTo }: Change,
): PlacedFindings[] {
  const isTouched = (span: Span): boolean => span.from <= oldTo && from <= span.to;
  const moved = (span: Span): Span =>
    span.from >= oldTo ? { from: span.from + newTo - oldTo, to: span.to + newTo - oldTo } : span;
  return advice
    .filter(({ map }) => map === IDENTITY_MAP)
    .map(({ findings }) =>
      wholeDocument(
        findings
          .filter((finding) => !isTouched(finding.span))
          // Fixes and other places are of the old text.
          .map(({ code, severity, message, span, tag }): Finding => {
            return { code, severity, message, span: moved(span), tag };
          }),
      ),
    );
}
