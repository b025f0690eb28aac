import { goFunctions } from '../../../../languages/gotemplate/builtins';
import { alertmanagerTemplates } from '../../../../languages/gotemplate/alertmanager';
import { parseTemplate } from '../../../../languages/gotemplate/parse';
import type { CheckContext, StringCheck, StringFault } from '../../../structure/types';
import type { AlertmanagerCode } from '../../codes';

const code: AlertmanagerCode = 'alertmanager/invalid-template';

/** Go's own functions: some fields are parsed at load with no others. */
const builtins = new Map(goFunctions.map((fn) => [fn.name, fn]));

/** Why Go's text/template with its own functions only can't parse the text (`template.New("").Parse`). */
export function goTemplateFault(text: string, { version }: CheckContext): StringFault | undefined {
  const dialect = { ...alertmanagerTemplates(version), functions: builtins };
  const [fault] = parseTemplate(text, dialect).faults;
  if (!fault) return undefined;
  const isFunction = fault.code === 'template/unknown-function';
  const hint = isFunction
    ? '; this field is read with the functions of Go alone when Alertmanager loads it'
    : '';
  return { code, message: `${fault.message}${hint}`, part: fault.span };
}

/** A template that is parsed when the configuration is loaded, with Go's own functions only. */
export const loadedTemplate: StringCheck = {
  title: 'text or a template with Go’s own functions',
  fault: (text, context) => (text.includes('{{') ? goTemplateFault(text, context) : undefined),
};
