import { type GrantState, type RollupDelta } from '@ciyuan/core/charging';
import { dayStart, monthBounds, type Instant } from '@ciyuan/core/kernel';
import { feeKey, grantKey } from '@ciyuan/core/billing';
import { TOKEN_CLASSES } from '@ciyuan/core/usage';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { NO_AMOUNTS, PLAIN_KEY, type FocusCharge, type FocusKey } from './focus-charge';
import { prepaid, takeOrPay } from './focus-commitment';
import { invoiceOfShortfall, shortfall } from './charges-of-shortfall';
import { onInvoices } from './on-invoices';
import { CHARGED_AS, LAST_INSTANT_MS, type WriteBooked } from './write-booked';

const MILLI = 1000n;

/** Everything that a write booked to the month but the records that it charged. */
export function chargesOfWrite(booked: WriteBooked): FocusCharge[] {
  const { write, month } = booked;
  const isCorrecting = write.corrections.length > 0;
  const deltas = write.rollups.filter(
    ({ kind, accountingMonth }) =>
      accountingMonth === month && (isCorrecting || kind === 'breakage' || kind === 'shortfall'),
  );
  return [
    ...write.newGrants.flatMap(({ grant }) => purchase(booked, grant)),
    ...deltas
      .filter(({ kind }) => kind !== 'fee')
      .flatMap((delta) => onInvoices(restated(booked, delta), delta, booked)),
    ...expired(booked),
    ...fees(booked),
    ...write.commitmentEntries.flatMap((entry) => shortfall(booked, entry)),
  ];
}

const bookedTo = ({ months }: WriteBooked, at: Instant): string =>
  months.accountingMonth(months.usageMonth(at));

const SOLD: readonly string[] = ['sold', 'plan_change', 'renewal'];

function purchase(booked: WriteBooked, grant: GrantState): FocusCharge[] {
  const { plan, priceGross, quantityMilli, grantedAt, effectiveAt } = grant;
  if (!SOLD.includes(grant.origin) || priceGross === 0n || bookedTo(booked, grantedAt) !== booked.month)
    return [];
  const isRecurring = plan.body.role === 'package' || plan.body.role === 'commitment';
  return [
    {
      ...PLAIN_KEY,
      ...NO_AMOUNTS,
      category: 'Purchase',
      frequency: isRecurring ? 'Recurring' : 'One-Time',
      description: `${plan.body.name} #${grant.number}`,
      periodStart: effectiveAt,
      periodEnd: grant.expiresAt ?? dayStart(OPERATOR_ZONE, effectiveAt, 1),
      currency: plan.body.currency,
      plan: plan.code,
      channel: grant.channel,
      commitment: prepaid(booked.account.code, plan, null),
      invoice: booked.invoiceOf(grantKey(grant.number), grant.number),
      priceId: `${plan.code}/${plan.id}`,
      commitmentMilli: quantityMilli,
      billed: priceGross,
    },
  ];
}

/** What a roll-up says, where no record says it: breakage, shortfalls, and what corrections took back or stated anew. */
function restated(booked: WriteBooked, delta: RollupDelta): FocusCharge {
  const { account, planOf, month } = booked;
  const plan = planOf(delta.planVersionId);
  const tokens = TOKEN_CLASSES.reduce((sum, _, index) => sum + BigInt(delta.counts[index] ?? 0), 0n);
  const isUnused = delta.kind === 'breakage' || (delta.kind === 'shortfall' && delta.model === null);
  const isUsage = delta.kind === 'usage' || delta.kind === 'overdraw';
  const isContract = plan.body.commitment !== undefined && plan.body.commitment.mode !== 'prepaid';
  const status = isUnused ? 'Unused' : 'Used';
  const { start, end } = monthBounds(OPERATOR_ZONE, delta.usageMonth);
  return {
    ...PLAIN_KEY,
    category: 'Usage',
    isCorrection: delta.usageMonth !== month,
    frequency: isUnused ? 'One-Time' : 'Usage-Based',
    description: `${CHARGED_AS[delta.kind]} ${plan.body.name}`,
    periodStart: start,
    periodEnd: end,
    currency: delta.currency,
    plan: plan.code,
    model: delta.model,
    vendor: delta.vendor,
    computeOwner: delta.computeOwner,
    chipKind: delta.chipKind,
    channel: delta.channel,
    commitment: isContract
      ? takeOrPay(account.code, plan, status)
      : delta.paid && !isUsage
        ? prepaid(account.code, plan, status)
        : null,
    priceId: `${plan.code}/${plan.id}`,
    invoice: delta.kind === 'shortfall' && isUnused ? invoiceOfShortfall(booked, delta) : null,
    quantity: isUnused ? 0n : tokens,
    commitmentMilli: isContract && isUsage ? tokens * MILLI : delta.paid ? delta.drawnMilli : 0n,
    billed: isUsage ? delta.gross : 0n,
    effective: delta.gross,
    effectiveLedger: isUsage ? delta.gross : (delta.net ?? 0n),
  };
}

/** The tokens of what expired, or was drawn back; their price stands in the breakage of the same key. */
function expired(booked: WriteBooked): FocusCharge[] {
  const { account, write, months, month } = booked;
  return write.movements.flatMap(({ kind, grantNumber, milliTokens }) => {
    if (kind !== 'expired' && kind !== 'expiry_reversed') return [];
    const grant = account.grants.find((one) => one.number === grantNumber);
    if (grant === undefined || grant.expiresAt === null || grant.priceGross === 0n) return [];
    const usageMonth = months.usageMonth(grant.expiresAt - LAST_INSTANT_MS);
    if (months.accountingMonth(usageMonth) !== month) return [];
    const commitmentMilli = kind === 'expired' ? milliTokens : -milliTokens;
    return [{ ...unusedKey(booked, grant, usageMonth), ...NO_AMOUNTS, commitmentMilli }];
  });
}

function unusedKey(
  { account, month }: WriteBooked,
  { plan, channel }: GrantState,
  usageMonth: string,
): FocusKey {
  const { start, end } = monthBounds(OPERATOR_ZONE, usageMonth);
  return {
    ...PLAIN_KEY,
    category: 'Usage',
    isCorrection: usageMonth !== month,
    frequency: 'One-Time',
    description: `${CHARGED_AS.breakage} ${plan.body.name}`,
    periodStart: start,
    periodEnd: end,
    currency: plan.body.currency,
    plan: plan.code,
    channel,
    commitment: prepaid(account.code, plan, 'Unused'),
    priceId: `${plan.code}/${plan.id}`,
  };
}

function fees({ account, write, month, invoiceOf }: WriteBooked): FocusCharge[] {
  return write.fees.flatMap(({ sequence, part, at, accountingMonth, gross, net }) => {
    const grant = account.grants.find(({ number }) => number === sequence);
    if (accountingMonth !== month || gross === 0n || grant === undefined) return [];
    const { plan, channel, effectiveAt, expiresAt } = grant;
    return [
      {
        ...PLAIN_KEY,
        ...NO_AMOUNTS,
        category: 'Purchase' as const,
        frequency: 'Recurring' as const,
        description: `${part} of ${plan.body.name} #${sequence}`,
        periodStart: effectiveAt,
        periodEnd: expiresAt ?? dayStart(OPERATOR_ZONE, at, 1),
        currency: plan.body.currency,
        plan: plan.code,
        product: part,
        channel,
        invoice: invoiceOf(feeKey(sequence, part), sequence),
        priceId: `${plan.code}/${plan.id}`,
        billed: gross,
        effective: gross,
        effectiveLedger: net,
      },
    ];
  });
}
