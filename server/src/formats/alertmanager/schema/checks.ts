/** Which strings the fields of an Alertmanager configuration take: one check a Go type that decodes them. */
export { oneOf } from './checks/choices';
export { duration, goDuration } from './checks/durations';
export { glob } from './checks/glob';
export { hostPort } from './checks/host-port';
export { classicLabelName, headerName, labelName, labelNameFault } from './checks/names';
export { pointerSecret } from './checks/quoted-null';
export { regex } from './checks/regex';
export { goTemplateFault, loadedTemplate } from './checks/templates';
export { anyUrl, secretUrl, templateUrl, url } from './checks/urls';
