import type { TemplateResult } from './ast';
import { Inference, type TypeVisitor } from './infer-walk';
import { templateInputs } from './inputs';
import type { TemplateScope } from './type-scope';

/** Walks the template and tells `visitor` what every part is, as far as that is certain. */
export function inferTypes(result: TemplateResult, visitor: TypeVisitor): void {
  if (!result.text.includes('{{')) return;
  new Inference(result, visitor, Infinity, templateInputs(result)).run();
}

/** The value of dot and the variables, with their types, at `offset`. */
export function scopeAt(result: TemplateResult, offset: number): TemplateScope {
  const inference = new Inference(result, {}, offset, templateInputs(result));
  inference.run();
  return inference.scope();
}
