import { builtInTemplates } from '../languages/gotemplate/alertmanager';
import { joinKnowledge, type TemplateKnowledge } from '../languages/gotemplate/template-knowledge';
import type { Version } from '../formats/structure/types';
import type { FactIndex } from './fact-index';

/**
 * The templates that notifications can call: those of the workspace's files, and those that Alertmanager brings along.
 * @param nameOf gives a document's name for people
 */
export function notificationTemplates(
  index: FactIndex,
  version: Version,
  nameOf: (uri: string) => string,
): TemplateKnowledge {
  const own: TemplateKnowledge = {
    defined: (name) => {
      const [definer] = index.templateDefiners(name);
      return definer === undefined ? undefined : { name, summary: `Defined in ${nameOf(definer)}.` };
    },
    names: () => index.definedTemplates(),
  };
  return joinKnowledge(own, builtInTemplates(version));
}
