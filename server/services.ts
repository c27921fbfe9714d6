/** What every route needs: made once for an app. */
import type { Logger } from 'pino';
import type { Detector } from '../src/annotate/detector.ts';
import type { Config } from './config.ts';
import type { Metrics } from './metrics.ts';

/** Whether the server is on its way out; `main.ts` sets it, routes read it. */
export interface Lifecycle {
  isDraining: boolean;
}

export interface Services {
  readonly detector: Detector;
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly lifecycle: Lifecycle;
}

/** Licence of the lexicon's texts, as answers name it. */
export const LEXICON_LICENCE = 'CC-BY-4.0';
