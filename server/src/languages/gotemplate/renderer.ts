/**
 * What executes notification templates for the preview. It is a bundle of its own, which the first preview loads
 * (esbuild.mjs).
 */
export { defaultTemplateSet } from './eval/defaults';
export { renderTemplate, type RenderOptions } from './eval/render';
export { sampleNotification } from './eval/sample';
export { templateSet, type TemplateSource } from './eval/template-set';
