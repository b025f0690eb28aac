/**
 * The full name that client libraries build: namespace, subsystem and name with underscores between, empty ones left out.
 * Source: BuildFQName of prometheus/client_golang, prometheus/metric.go; _build_full_name of prometheus/client_python.
 */
export function fullName(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('_');
}

/** What stands in front of a name by {@link fullName}: `app_http_` of `app` and `http`, nothing of nothing. */
export function namePrefix(...parts: readonly string[]): string {
  const front = fullName(...parts);
  return front === '' ? '' : `${front}_`;
}
