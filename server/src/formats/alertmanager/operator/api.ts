/** Versions of the API that AlertmanagerConfig objects are written for. */
export type OperatorApi = 'v1alpha1' | 'v1beta1';
