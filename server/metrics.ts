/** Numbers for Prometheus. Paths are counted by route, never as they were asked for, and nothing of a text is a label. */
import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AnnotateResult } from '../src/annotate/result.ts';
import type { CompiledLexicon } from '../src/context/compiled.ts';
import { ENGINE_VERSION } from '../src/version.ts';

export interface Metrics {
  readonly registry: Registry;
  /** Times requests by method, route and status. */
  readonly timeRequests: RequestHandler;
  /** Counts an annotated document and its mentions. */
  countDocument(result: AnnotateResult): void;
}

/** A registry of its own for each app, with the process's figures. */
export function createMetrics(lexicon: CompiledLexicon): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'tifa_' });
  const registers = [registry];
  const duration = new Histogram({
    name: 'tifa_http_request_duration_seconds',
    help: 'Time to answer a request.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
    registers,
  });
  const documents = new Counter({ name: 'tifa_documents_total', help: 'Documents annotated.', registers });
  const mentions = new Counter({ name: 'tifa_mentions_total', help: 'Mentions reported.', registers });
  const characters = new Counter({ name: 'tifa_characters_total', help: 'Characters annotated.', registers });
  new Gauge({
    name: 'tifa_lexicon_entries',
    help: 'Entries of the loaded lexicon.',
    labelNames: ['version', 'engine'],
    registers,
  }).set({ version: lexicon.version, engine: ENGINE_VERSION }, lexicon.entries.length);

  return {
    registry,
    timeRequests(request, response, next) {
      const stop = duration.startTimer();
      response.once('close', () => {
        const route: unknown = request.route?.path;
        stop({
          method: request.method,
          route: typeof route === 'string' ? route : 'none',
          status: response.statusCode,
        });
      });
      next();
    },
    countDocument(result) {
      documents.inc();
      mentions.inc(result.mentions.length);
      characters.inc(result.document.characters);
    },
  };
}
