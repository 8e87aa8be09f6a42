/*
 * How the calls of a trace become a month of a market. A trace says how large calls are and which follow one
 * another; it does not say who made them, on which day and in which market. That is dealt out by the rule below,
 * which knows no chance: each choice hangs on a 32-bit hash of the session's name and the purpose of the choice, so
 * that the same file gives the same month, and a session keeps its place whatever else the file holds.
 *
 * - Account: by session; the n-th of the accounts weighs 1/n^1.25, so that few accounts use most.
 * - Time: a session begins on a day of the month (weekdays weigh 10, weekends 4), at an hour skewed to the working
 *   day of the zone, and runs at the trace's own pace; it is moved earlier so as to end in the month, and compressed
 *   if it is longer. Its calls keep their order.
 * - Model: see model-choice.ts. The vendor is the model's. One call in 997 names a model that no market lists.
 * - Compute owner with its chips, service tier (standard 90, priority 6, batch 4) and region: by session.
 * - Partner: by account, so that what one partner reports holds each account's records in order of time.
 */
import { formatInstant, type Instant } from '@ciyuan/core/kernel';
import type { TraceCall, TraceCounts } from '../traces/trace-call';
import type { WireRecord } from '../wire-record';
import { Dealer, skewedDealer, steepDealer } from './dealer';
import type { DemoMarket } from './demo-market';
import { UNLISTED_MODEL, modelChoice } from './model-choice';
import { partnerDealer, type PlacedRecord } from './placed-record';
import { callInstants } from './session-times';

export interface SpreadInput {
  readonly calls: readonly TraceCall[];
  /** The records' `source`: names the trace. */
  readonly source: string;
  /** Codes, the heaviest account first. */
  readonly accounts: readonly string[];
  readonly market: DemoMarket;
  /** `YYYY-MM`, in `zone`. */
  readonly month: string;
  readonly zone: string;
}

const UNLISTED_EVERY = 997;
const SERVICE_TIERS = ['standard', 'priority', 'batch'];
const SERVICE_TIER_WEIGHTS = [90, 6, 4];
const REGIONS = ['cn-sh', 'cn-bj', 'cn-gz'];

/** Every call as one record, ordered by instant, then by the position in the file. */
export function spreadCalls(input: SpreadInput): PlacedRecord[] {
  const instants = callInstants(input.calls, input.zone, input.month);
  const recordOf = recordMaker(input);
  const partners = partnerDealer(input.market.partners);
  const placed = input.calls.map((call, position): PlacedRecord => {
    const at = instants[position] as Instant;
    const record = recordOf(call, position, at);
    return { partner: partners.deal(record.account), at, record };
  });
  // Sorting is stable: records of one instant stay in the order of the file.
  return placed.sort((left, right) => left.at - right.at);
}

function recordMaker({ source, accounts, market }: SpreadInput) {
  const accountOf = steepDealer('account', accounts);
  const ownerOf = skewedDealer('compute owner', market.computeOwners);
  const tierOf = new Dealer('service tier', SERVICE_TIERS, SERVICE_TIER_WEIGHTS);
  const regionOf = skewedDealer('region', REGIONS);
  const modelOf = modelChoice(market);
  return ({ session, model, counts, recordKey }: TraceCall, position: number, at: Instant): WireRecord => {
    const { code, vendor } = modelOf(session, model);
    const owner = ownerOf.deal(session);
    return {
      id: recordKey,
      source,
      account: accountOf.deal(session),
      at: formatInstant(at),
      model: isUnlisted(position) ? UNLISTED_MODEL : code,
      vendor,
      computeOwner: owner.code,
      chipKind: owner.chipKind,
      serviceTier: tierOf.deal(session),
      dimensions: { region: regionOf.deal(session) },
      tokens: wireTokens(counts),
    };
  };
}

const isUnlisted = (position: number): boolean => position % UNLISTED_EVERY === UNLISTED_EVERY - 1;

/** A class without tokens is left out, but for the input. */
const wireTokens = ({ input, cachedInput, output }: TraceCounts): WireRecord['tokens'] => ({
  input,
  ...(cachedInput > 0 && { cached_input: cachedInput }),
  ...(output > 0 && { output }),
});
