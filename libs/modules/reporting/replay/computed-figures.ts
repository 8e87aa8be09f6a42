import type {
  AccountState,
  ChargeDecision,
  ChargedRecord,
  CommitmentEntry,
  Correction,
  CostGap,
  FeeCharge,
  GrantMovement,
  GrantState,
  JournalLine,
  ReplayedWrite,
  SubscriptionChange,
  SubscriptionLapse,
  SubscriptionState,
} from '@ciyuan/core/charging';
import { formatYuan } from '@ciyuan/core/kernel';
import { assetText } from '@ciyuan/core/ledger';
import { COUNTERS } from '@ciyuan/core/usage';
import { text, type FigureRows } from './figures';

/** What a write must have stored for one account, out of the decision that it must have come to. */
export function figuresOfWrite(accountId: number, batchId: number, decision: ReplayedWrite): FigureRows {
  const rows: FigureRows = new Map();
  for (const one of decision.charged)
    rows.set(`usage_record ${accountId}/${one.sequence}`, { ...recordRow(one), ...namesOf(one) });
  for (const { grant } of decision.newGrants)
    rows.set(`grant_bucket ${accountId}/${grant.number}`, grantRow(grant));
  for (const one of decision.commitmentEntries)
    rows.set(
      `commitment_entry ${accountId}/${one.sequence} ${one.subscriptionId} ${one.period}`,
      entryRow(batchId, one),
    );
  for (const one of decision.subscriptionChanges)
    rows.set(`subscription_change ${accountId}/${one.sequence}`, changeRow(batchId, one));
  for (const one of decision.fees)
    rows.set(`fee_charge ${accountId}/${one.sequence} ${one.part}`, feeRow(batchId, one));
  for (const one of decision.lapses)
    rows.set(`subscription_lapse ${accountId}/${one.sequence}`, lapseRow(batchId, one));
  for (const one of decision.corrections)
    rows.set(`usage_correction ${accountId}/${one.rating.sequence}`, correctionRow(batchId, one));
  for (const one of decision.movements) rows.set(movementKey(one), movementRow(batchId, one));
  const ratings = [...decision.charged, ...decision.corrections.map(({ rating }) => rating)];
  const months = new Map(ratings.map((one) => [one.sequence, one.usageMonth]));
  for (const gap of decision.costGaps)
    rows.set(`cost_suspense ${accountId}/${gap.sequence} ${gap.role}`, gapRow(gap, months.get(gap.sequence)));
  for (const line of decision.journals)
    rows.set(journalKey(accountId, batchId, line), { amount: ledgerAmount(line) });
  return rows;
}

/** The journal of a write out of the decisions that its parts came to: one line a ledger account and month. */
export function togetherAsWrite(
  accountId: number,
  batchId: number,
  parts: readonly ChargeDecision[],
): FigureRows {
  const lines = new Map<string, JournalLine>();
  for (const line of parts.flatMap(({ journals }) => journals)) {
    const key = journalKey(accountId, batchId, line);
    lines.set(key, { ...line, amount: (lines.get(key)?.amount ?? 0n) + line.amount });
  }
  return new Map(
    [...lines]
      .filter(([, { amount }]) => amount !== 0n)
      .map(([key, line]) => [key, { amount: ledgerAmount(line) }]),
  );
}

const journalKey = (accountId: number, batchId: number, line: JournalLine): string =>
  `journal_line ${accountId}/${batchId} ${line.accountingMonth} ${line.asset} ${line.account}`;

/** What an account must have come to, after everything that happened to it. */
export function figuresOfAccount(account: AccountState): FigureRows {
  const rows: FigureRows = new Map();
  rows.set(`account_state ${account.id}`, { next_sequence: text(account.nextSequence) });
  for (const one of account.subscriptions) rows.set(`subscription ${account.id}/${one.id}`, takenRow(one));
  for (const grant of account.grants) {
    rows.set(`grant_balance ${account.id}/${grant.number}`, {
      drawn_milli: text(grant.drawnMilli),
      expired_milli: text(grant.expiredMilli),
      released_milli: text(grant.releasedMilli),
      released_gross: formatYuan(grant.releasedGross),
      released_net: formatYuan(grant.releasedNet),
    });
  }
  for (const [key, quantity] of account.counters)
    rows.set(`tier_counter ${account.id} ${key}`, { quantity: text(quantity) });
  return rows;
}

const namesOf = ({ record }: ChargedRecord): Record<string, string> => ({
  model: record.model,
  reported_model: text(record.reportedModel),
});

function recordRow(one: ChargedRecord): Record<string, string> {
  return {
    accounting_month: one.accountingMonth,
    grant_number: text(one.grantNumber),
    drawn_milli: text(one.drawnMilli),
    first_drawn_milli: text(one.firstDrawnMilli),
    covered_tokens: text(one.coveredTokens),
    overage_tokens: text(one.overageTokens),
    overage_kind: text(one.overageKind),
    recognised_gross: formatYuan(one.recognisedGross),
    recognised_net: formatYuan(one.recognisedNet),
    usage_gross: formatYuan(one.usageGross),
    vendor_cost: one.vendorCost === null ? '' : formatYuan(one.vendorCost),
    compute_cost: one.computeCost === null ? '' : formatYuan(one.computeCost),
    base_plan_version_id: text(one.basePlanVersionId),
    price_version_id: text(one.priceVersionId),
    commitment_subscription_id: text(one.commitmentSubscriptionId),
    commitment_tokens: text(one.commitmentTokens),
    commitment_gross: one.commitmentGross === null ? '' : formatYuan(one.commitmentGross),
  };
}

function correctionRow(batchId: number, { kind, recordSequence, reversedSequence, rating }: Correction) {
  const sign = kind === 'reversal' ? -1 : 1;
  return {
    ...recordRow(rating),
    at: text(rating.record.at),
    kind,
    record_sequence: text(recordSequence),
    reversed_sequence: text(reversedSequence),
    records: text(sign),
    batch_id: text(batchId),
    model: rating.record.model,
    vendor: rating.record.vendor,
    compute_owner: rating.record.computeOwner,
    chip_kind: rating.record.chipKind,
    ...Object.fromEntries(
      COUNTERS.map((name, index) => [name, countText(sign * (rating.record.counts[index] ?? 0))]),
    ),
  };
}

/** Nothing is stored as nothing, not as 0. */
const countText = (count: number): string => (count === 0 ? '' : text(count));

const entryRow = (batchId: number, one: CommitmentEntry): Record<string, string> => ({
  batch_id: text(batchId),
  closes: text(one.closes),
  shortfall: text(one.shortfall),
  gross: formatYuan(one.gross),
  net: formatYuan(one.net),
  make_up_granted: text(one.makeUpGranted),
  deferred_gross: formatYuan(one.deferredGross),
  deferred_net: formatYuan(one.deferredNet),
  make_up_used: text(one.makeUpUsed),
  make_up_lapsed: text(one.makeUpLapsed),
  recognised_gross: formatYuan(one.recognisedGross),
  recognised_net: formatYuan(one.recognisedNet),
});

const feeRow = (batchId: number, one: FeeCharge): Record<string, string> => ({
  batch_id: text(batchId),
  at: text(one.at),
  accounting_month: one.accountingMonth,
  gross: formatYuan(one.gross),
  net: formatYuan(one.net),
});

const lapseRow = (batchId: number, one: SubscriptionLapse): Record<string, string> => ({
  subscription_id: text(one.subscriptionId),
  batch_id: text(batchId),
  ends_at: text(one.endsAt),
});

const changeRow = (batchId: number, one: SubscriptionChange): Record<string, string> => ({
  subscription_id: text(one.subscriptionId),
  batch_id: text(batchId),
  kind: one.kind,
  ends: text(one.ends),
  ends_at: text(one.endsAt),
  successor_id: text(one.successorId),
  plan_version_id: text(one.planVersionId),
  channel: text(one.channel),
  cycle: text(one.cycle),
  begins: text(one.begins),
  prices_as_of: text(one.pricesAsOf),
  prices_until: text(one.pricesUntil),
});

function grantRow(grant: GrantState): Record<string, string> {
  return {
    subscription_id: text(grant.subscriptionId),
    cycle: text(grant.cycle),
    plan_version_id: text(grant.plan.id),
    coefficient_version_id: text(grant.coefficientVersionId),
    channel: text(grant.channel),
    priority: text(grant.priority),
    granted_at: text(grant.grantedAt),
    effective_at: text(grant.effectiveAt),
    expires_at: text(grant.expiresAt),
    quantity_milli: text(grant.quantityMilli),
    price_gross: formatYuan(grant.priceGross),
    price_net: formatYuan(grant.priceNet),
    origin: grant.origin,
    from_account_id: text(grant.from?.accountId),
    from_number: text(grant.from?.number),
  };
}

const movementKey = (one: GrantMovement): string =>
  `grant_movement ${one.accountId}/${one.sequence} ${one.grantNumber} ${one.kind}`;

const movementRow = (batchId: number, one: GrantMovement): Record<string, string> => ({
  batch_id: text(batchId),
  at: text(one.at),
  milli_tokens: text(one.milliTokens),
});

const gapRow = (gap: CostGap, usageMonth: string | undefined): Record<string, string> => ({
  at: text(gap.at),
  usage_month: text(usageMonth),
  party: gap.party,
  detail: gap.detail,
});

const ledgerAmount = ({ asset, amount }: JournalLine): string => assetText(asset, amount);

function takenRow(one: SubscriptionState): Record<string, string> {
  return {
    plan_version_id: text(one.plan.id),
    plan_code: one.plan.code,
    is_base: text(one.plan.body.role === 'base'),
    channel: text(one.channel),
    starts_at: text(one.startsAt),
    ends_at: text(one.endsAt),
    anchor_day: text(one.anchorDay),
    next_cycle: text(one.nextCycle),
    next_cycle_at: text(one.nextCycleAt),
    suspended_at: text(one.suspendedAt),
    follows: text(one.follows),
    price_pins: one.pricePins.map(({ sequence, asOf, until }) => `${sequence} ${asOf} ${text(until)}`).join(),
  };
}
