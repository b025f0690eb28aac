import { adviseOn } from '../checks';
import type { ReadSettings } from '../formats/rules/slice';
import { dialectOf, type Settings } from './settings';

/** How rule files are read under the settings. */
export function readSettingsOf(settings: Settings): ReadSettings {
  return {
    dialect: dialectOf(settings),
    nameValidation: settings.prometheus.nameValidation,
    advise: adviseOn,
  };
}
