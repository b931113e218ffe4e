import { Router } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Gate } from './gate.js';
import type { RequestRecord } from './request-log.js';

export interface Metrics {
  /** `GET /metrics`, in the text format of Prometheus */
  readonly route: Router;
  /** takes note of a request that has ended */
  record(request: RequestRecord): void;
}

export function createMetrics(gates: readonly Gate[]): Metrics {
  const sum = (of: (gate: Gate) => number) => gates.reduce((total, gate) => total + of(gate), 0);
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'demarche_requests_total',
    help: 'Requests, by the HTTP status of the answer.',
    labelNames: ['status'] as const,
    registers,
  });
  const errors = new Counter({
    name: 'demarche_errors_total',
    help: 'Answers with an error of this code.',
    labelNames: ['code'] as const,
    registers,
  });
  const duration = new Histogram({
    name: 'demarche_graphql_seconds',
    help: 'Seconds from the first byte of a GraphQL request to the last of its answer.',
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
    registers,
  });
  const statements = new Counter({
    name: 'demarche_statements_total',
    help: 'Statements sent to the database for GraphQL requests.',
    registers,
  });
  const rows = new Counter({
    name: 'demarche_rows_total',
    help: 'Rows that those statements returned.',
    registers,
  });
  new Gauge({
    name: 'demarche_requests_running',
    help: 'GraphQL requests that run now.',
    registers,
    collect() {
      this.set(sum((gate) => gate.running));
    },
  });
  new Gauge({
    name: 'demarche_requests_waiting',
    help: 'GraphQL requests that wait for one to end.',
    registers,
    collect() {
      this.set(sum((gate) => gate.waiting));
    },
  });
  return {
    route: Router().get('/metrics', async (_request, response) => {
      response
        .type(registry.contentType)
        .set('Cache-Control', 'no-store')
        .send(await registry.metrics());
    }),
    record(request) {
      requests.inc({ status: request.status });
      for (const code of request.codes ?? []) errors.inc({ code });
      if (request.statements === undefined) return;
      duration.observe(request.ms / 1_000);
      statements.inc(request.statements);
      rows.inc(request.rows ?? 0);
    },
  };
}
