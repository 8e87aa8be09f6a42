import { shortfallKey } from '@ciyuan/core/billing';
import { commitmentStatuses, type CommitmentEntry, type RollupDelta } from '@ciyuan/core/charging';
import { monthBounds } from '@ciyuan/core/kernel';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { NO_AMOUNTS, PLAIN_KEY, type FocusCharge } from './focus-charge';
import { takeOrPay } from './focus-commitment';
import { CHARGED_AS, LAST_INSTANT_MS, type WriteBooked } from './write-booked';

const PICO_PER_MILLI = 1_000_000_000n;
const MILLI = 1000n;

/** That of the entries that the roll-up is of: what is billed and what it earns are one row. */
export function invoiceOfShortfall(
  { account, write, invoiceOf }: WriteBooked,
  { planVersionId }: RollupDelta,
): string | null {
  const entry = write.commitmentEntries.find(
    ({ subscriptionId, gross }) =>
      gross !== 0n &&
      account.subscriptions.some(({ id, plan }) => id === subscriptionId && plan.id === planVersionId),
  );
  return entry === undefined
    ? null
    : invoiceOf(shortfallKey(entry.subscriptionId, entry.period), entry.sequence);
}

/** What a closed period of a contract charges; what it earns stands in the roll-up of the same key. */
export function shortfall(booked: WriteBooked, entry: CommitmentEntry): FocusCharge[] {
  const { account, months, month } = booked;
  const subscription = account.subscriptions.find(({ id }) => id === entry.subscriptionId);
  const status = commitmentStatuses(account).find((one) => one.subscriptionId === entry.subscriptionId);
  const ended = status?.periods.find(({ period }) => period === entry.period);
  if (subscription === undefined || ended === undefined)
    throw new Error(`no period ${entry.period} of a contract`);
  const usageMonth = months.usageMonth(ended.endsAt - LAST_INSTANT_MS);
  if (months.accountingMonth(usageMonth) !== month) return [];
  const { plan, channel } = subscription;
  const { start, end } = monthBounds(OPERATOR_ZONE, usageMonth);
  return [
    {
      ...PLAIN_KEY,
      ...NO_AMOUNTS,
      category: 'Usage',
      isCorrection: usageMonth !== month,
      frequency: 'One-Time',
      description: `${CHARGED_AS.shortfall} ${plan.body.name}`,
      periodStart: start,
      periodEnd: end,
      currency: plan.body.currency,
      plan: plan.code,
      channel,
      commitment: takeOrPay(account.code, plan, 'Unused'),
      invoice: booked.invoiceOf(shortfallKey(entry.subscriptionId, entry.period), entry.sequence),
      priceId: `${plan.code}/${plan.id}`,
      commitmentMilli:
        plan.body.commitment?.mode === 'spend' ? entry.shortfall / PICO_PER_MILLI : entry.shortfall * MILLI,
      billed: entry.gross,
    },
  ];
}
