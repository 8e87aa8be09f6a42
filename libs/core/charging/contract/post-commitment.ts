import { NO_PERIOD, lastUse, type ClosedPeriod, type CommitmentPosition } from '../../commitment';
import type { Instant, Period, PicoYuan } from '../../kernel';
import type { AccountState, SubscriptionState } from '../account-state';
import { contractOf } from './commitment-contract';
import type { CommitmentEntry, RollupKey } from '../decision';
import type { Draft } from '../draft';
import { keyOf } from '../post-portion';
import type { RecordContext } from '../record-context';

/** The last instant of a period lies in the month that its shortfall belongs to. */
const LAST_INSTANT_MS = 1;

export interface PositionChange {
  readonly account: AccountState;
  readonly subscription: SubscriptionState;
  /** Of the record or the close that changed it. */
  readonly sequence: number;
  readonly before: CommitmentPosition;
  readonly after: CommitmentPosition;
  /** Of the record; absent at a close. */
  readonly context?: RecordContext;
}

/** Amounts of one line of revenue. */
interface Revenue {
  readonly gross: PicoYuan;
  readonly net: PicoYuan;
}

/** Posts what changed of the closed periods of a contract: shortfalls, their deferred part, and what is recognised of it. */
export function postPosition(work: Draft, change: PositionChange): void {
  const { before, after } = change;
  let usedGross = 0n;
  let usedNet = 0n;
  after.closed.forEach((now, period) => {
    const closes = before.closed[period] === undefined;
    const difference = subtract(now, before.closed[period] ?? NO_PERIOD);
    if (!closes && isNothing(difference)) return;
    addEntry(work, entryOf(change, period, difference, closes));
    postShortfall(work, change, period, difference);
    postLapse(work, change, period, difference);
    usedGross += difference.usedGross;
    usedNet += difference.usedNet;
  });
  postUse(work, change, { gross: usedGross, net: usedNet });
}

/** The charge of a shortfall less the part that is deferred: revenue of the month that the period ends in. */
function postShortfall(work: Draft, change: PositionChange, period: number, now: ClosedPeriod): void {
  const { account } = change;
  const { gross, net, deferredGross, deferredNet } = now;
  if ([gross, net, deferredGross, deferredNet].every((amount) => amount === 0n)) return;
  const at = lastInstant(change, period);
  const month = work.months.accountingMonth(work.months.usageMonth(at));
  const { currency } = change.subscription.plan.body;
  work.tally.post(account.id, month, 'shortfallNet', net - deferredNet, currency);
  work.tally.post(account.id, month, 'shortfallDeferred', deferredNet, currency);
  work.tally.post(account.id, month, 'shortfallTax', gross - net, currency);
  rollUpPlain(work, change, at, { gross: gross - deferredGross, net: net - deferredNet });
}

/** Credits that nobody used in time: of the month that their last period ends in. */
function postLapse(work: Draft, change: PositionChange, period: number, now: ClosedPeriod): void {
  if (now.lapsedGross === 0n && now.lapsedNet === 0n) return;
  const { terms } = contractOf(change.subscription, change.account.zone);
  const at = lastInstant(change, lastUse(terms, period));
  const revenue = { gross: now.lapsedGross, net: now.lapsedNet };
  recognise(work, change, work.months.accountingMonth(work.months.usageMonth(at)), revenue);
  rollUpPlain(work, change, at, revenue);
}

/**
 * What used credits recognise goes to the record that used them, so that it is shared as that record is. Where a
 * period closes after its credits were used already, no record is at hand: it stays with the shortfall.
 */
function postUse(work: Draft, change: PositionChange, revenue: Revenue): void {
  const { context, subscription, after } = change;
  if (revenue.gross === 0n && revenue.net === 0n) return;
  if (context === undefined) {
    const at = lastInstant(change, after.closed.length - 1);
    recognise(work, change, work.months.accountingMonth(work.months.usageMonth(at)), revenue);
    rollUpPlain(work, change, at, revenue);
    return;
  }
  recognise(work, change, context.accountingMonth, revenue);
  const { record } = context;
  const { plan } = subscription;
  const rule = work.catalogue.splitRuleFor(plan.code, record.model, record.computeOwner, record.at);
  if (rule === undefined) throw new Error(`no split rule for plan ${plan.code}`);
  work.tally.rollUp(keyOf(context, rule, ownKey(subscription)), { records: 0, ...revenue });
}

function recognise(
  work: Draft,
  { account, subscription }: PositionChange,
  accountingMonth: string,
  revenue: Revenue,
): void {
  work.tally.post(
    account.id,
    accountingMonth,
    'makeUpRecognised',
    revenue.net,
    subscription.plan.body.currency,
  );
}

/** A line without a model: the operator's. */
function rollUpPlain(work: Draft, { subscription }: PositionChange, at: Instant, revenue: Revenue): void {
  if (revenue.gross === 0n && revenue.net === 0n) return;
  const { plan } = subscription;
  const rule = work.catalogue.splitRuleFor(plan.code, null, null, at);
  if (rule === undefined) throw new Error(`no split rule for the shortfall of plan ${plan.code}`);
  const usageMonth = work.months.usageMonth(at);
  const key: RollupKey = {
    usageMonth,
    accountingMonth: work.months.accountingMonth(usageMonth),
    splitRuleVersionId: rule.versionId,
    model: null,
    vendor: null,
    computeOwner: null,
    chipKind: null,
    ...ownKey(subscription),
  };
  work.tally.rollUp(key, { records: 0, ...revenue });
}

const ownKey = ({ plan, channel }: SubscriptionState) =>
  ({ planVersionId: plan.id, channel, kind: 'shortfall', currency: plan.body.currency, paid: true }) as const;

function lastInstant({ account, subscription }: PositionChange, period: number): Instant {
  const { periods } = contractOf(subscription, account.zone);
  return (periods[period] as Period).end - LAST_INSTANT_MS;
}

const FIGURES = Object.keys(NO_PERIOD) as (keyof ClosedPeriod)[];

function subtract(now: ClosedPeriod, then: ClosedPeriod): ClosedPeriod {
  const difference: { -readonly [F in keyof ClosedPeriod]: bigint } = { ...NO_PERIOD };
  for (const figure of FIGURES) difference[figure] = now[figure] - then[figure];
  return difference;
}

const isNothing = (difference: ClosedPeriod): boolean => FIGURES.every((figure) => difference[figure] === 0n);

function entryOf(
  { account, subscription, sequence }: PositionChange,
  period: number,
  { usedGross, usedNet, lapsedGross, lapsedNet, ...own }: ClosedPeriod,
  closes: boolean,
): CommitmentEntry {
  return {
    accountId: account.id,
    sequence,
    subscriptionId: subscription.id,
    period: period + 1,
    closes,
    ...own,
    recognisedGross: usedGross + lapsedGross,
    recognisedNet: usedNet + lapsedNet,
  };
}

const SUMS = [
  'shortfall',
  'gross',
  'net',
  'makeUpGranted',
  'deferredGross',
  'deferredNet',
  'makeUpUsed',
  'makeUpLapsed',
  'recognisedGross',
  'recognisedNet',
] as const;

/** One entry a sequence number, contract and period: what moves twice under one number is added up. */
function addEntry(work: Draft, entry: CommitmentEntry): void {
  const { commitmentEntries: entries } = work;
  for (let i = entries.length - 1; i >= 0; i--) {
    const one = entries[i] as CommitmentEntry;
    if (one.accountId !== entry.accountId || one.sequence !== entry.sequence) break;
    if (one.subscriptionId !== entry.subscriptionId || one.period !== entry.period) continue;
    const sums = Object.fromEntries(SUMS.map((name) => [name, one[name] + entry[name]]));
    entries[i] = { ...one, ...sums };
    return;
  }
  entries.push(entry);
}
