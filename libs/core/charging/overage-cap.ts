import { parseYuan, periodContaining, type Instant, type PicoYuan } from '../kernel';
import type { AccountState, GrantState, SubscriptionState } from './account-state';

/** What usage may cost in a window, and whose word that is: of the grant that ran dry, or of the base tariff itself. */
export interface OverageCap {
  /** Of the account's counter: what was rated in the window so far, whether it was charged or not. */
  readonly key: string;
  readonly limit: PicoYuan;
  readonly plan: SubscriptionState['plan'];
  readonly channel: string | null;
}

/** What was rated moves the counter of its window; what it charges is what of the move lies below the limit. */
export interface CapMove extends OverageCap {
  readonly from: PicoYuan;
  readonly to: PicoYuan;
  readonly gross: PicoYuan;
  readonly kind: CappedKind;
}

/** `usage` as far as the limit reaches; what begins beyond it is `overdraw`. */
export type CappedKind = 'usage' | 'overdraw';

const COUNTER = 'overage cap';

/** Lineages of tiers hold no blank, so that no counter of theirs is called so. */
export const isCapCounter = (key: string): boolean => key.split('|')[1] === COUNTER;

/**
 * The cap that usage at an instant runs into. A grant's window is its cycle, or itself where another account gave it;
 * where no grant is eligible, the base tariff's own is the account's billing month. Undefined where whoever decides
 * about the overage names none.
 */
export function capAt(
  account: AccountState,
  base: SubscriptionState,
  ranDry: GrantState | undefined,
  at: Instant,
): OverageCap | undefined {
  const { plan, channel } = ranDry ?? base;
  const { exhaustion, overageCap } = plan.body;
  if (exhaustion !== 'payg_cap' || overageCap === undefined) return undefined;
  const window =
    ranDry === undefined
      ? `${base.id}|${COUNTER}|${periodContaining(account.zone, account.anchorDay, at).start}`
      : `${ranDry.subscriptionId ?? `grant ${ranDry.number}`}|${COUNTER}|${ranDry.cycle}`;
  return { key: window, limit: parseYuan(overageCap), plan, channel };
}

/**
 * T(b) − T(a) with T(q) = min(q, limit), where what was rated moves the window from a to b; so that charges and what
 * takes them back add up to T of the counter, in whatever order they come. `kept` is what the rating was called when
 * it was stated: where it stands by now does not rename it.
 */
export function moveCap(
  account: AccountState,
  cap: OverageCap,
  rated: PicoYuan,
  kept: CappedKind | undefined,
): CapMove {
  const from = account.counters.get(cap.key) ?? 0n;
  const to = from + rated;
  const isBeyond = from >= cap.limit && to >= cap.limit;
  const gross = lower(to, cap.limit) - lower(from, cap.limit);
  return { ...cap, from, to, gross, kind: kept ?? (isBeyond ? 'overdraw' : 'usage') };
}

const lower = (a: PicoYuan, b: PicoYuan): PicoYuan => (a < b ? a : b);
