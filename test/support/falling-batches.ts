import { asOwner } from './as-owner';
import type { FreshDatabase } from './database';

const COUNT_DOWN =
  'ALTER SEQUENCE ciyuan.batch_id INCREMENT BY -1 MAXVALUE 1000000000 RESTART WITH 1000000000';

/**
 * Batches get smaller and smaller numbers from now on. Each connection of a pool has some in store, so that those of a
 * product that runs are in no order either: nothing may hang on it.
 */
export const countBatchesDown = (market: { readonly urls: FreshDatabase }): Promise<unknown> =>
  asOwner(market, COUNT_DOWN);
