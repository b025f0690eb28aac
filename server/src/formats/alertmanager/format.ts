import type { OperatorApi } from './operator/api';
import { operatorSpecs } from './operator/spec';
import { alertmanagerConfig } from './schema/config';
import type { ConfigFormat } from './slice';

/** Alertmanager's own configuration. */
export const ALERTMANAGER_FORMAT: ConfigFormat = { root: alertmanagerConfig, program: 'Alertmanager' };

/** The objects of the Prometheus operator, by the version of their API. */
export const OPERATOR_FORMATS: Readonly<Record<OperatorApi, ConfigFormat>> = {
  v1alpha1: operatorFormat('v1alpha1'),
  v1beta1: operatorFormat('v1beta1'),
};

function operatorFormat(api: OperatorApi): ConfigFormat {
  return {
    get root() {
      return operatorSpecs[api];
    },
    program: 'Prometheus operator',
  };
}
