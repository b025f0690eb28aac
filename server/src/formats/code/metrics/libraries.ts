import { clientGolang } from './client-golang';
import { expressPromBundle } from './express-prom-bundle';
import { fastifyMetrics } from './fastify-metrics';
import type { MetricLibrary } from './library';
import { nestjsPrometheus } from './nestjs-prometheus';
import { openTelemetryJs, openTelemetryPython } from './open-telemetry';
import { promClient } from './prom-client';
import { prometheusClient } from './prometheus-client';
import { fastapiInstrumentator, flaskExporter, starletteExporter } from './python-exporters';
import { postedSamples } from './web-vitals';
import { wrappedClasses } from './wrapped-classes';
import { wrappedOptions } from './wrapped-options';

/** Every library that is known to define metrics. */
export const LIBRARIES: readonly MetricLibrary[] = [
  promClient,
  nestjsPrometheus,
  expressPromBundle,
  fastifyMetrics,
  wrappedOptions,
  openTelemetryJs,
  postedSamples,
  prometheusClient,
  fastapiInstrumentator,
  flaskExporter,
  starletteExporter,
  openTelemetryPython,
  wrappedClasses,
  clientGolang,
];
