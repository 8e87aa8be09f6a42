import type { Instant } from '@ciyuan/core/kernel';
import type { WireRecord } from '../wire-record';
import { skewedDealer, type Dealer } from './dealer';

/** A record, with the partner in whose name it is reported. */
export interface PlacedRecord {
  readonly partner: string;
  readonly at: Instant;
  readonly record: WireRecord;
}

/** By account, so that one partner's reports hold each account's records in order of time. */
export const partnerDealer = (partners: readonly string[]): Dealer<string> =>
  skewedDealer('partner', partners);
