import { adviseOn } from '../checks';
import { adviseOnConfig } from '../checks/alertmanager';
import { configTemplateAdvice } from '../checks/config-templates';
import type { ConfigSettings } from '../formats/alertmanager/read';
import type { ReadSettings as RulesSettings } from '../formats/rules/slice';
import { configDialectOf, dialectOf, type Settings } from './settings';

/** How files are read under the settings. */
export interface ReadSettings {
  readonly rules: RulesSettings;
  readonly config: ConfigSettings;
}

/** @param once see the rules' settings */
export function readSettingsOf(settings: Settings, once = false): ReadSettings {
  const dialect = configDialectOf(settings);
  return {
    rules: {
      dialect: dialectOf(settings),
      nameValidation: settings.prometheus.nameValidation,
      advise: adviseOn,
      once,
    },
    config: {
      ...dialect,
      advise: (model, text) => [
        ...configTemplateAdvice(model, text, dialect),
        ...adviseOnConfig(model, { text, version: dialect.version }, 'part'),
      ],
    },
  };
}
