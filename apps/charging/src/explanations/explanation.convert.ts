import type { GrantStep, OverageStep, PricedClass } from '@ciyuan/core/charging';
import { formatInstant, formatScaled, formatYuan, round, type Ratio } from '@ciyuan/core/kernel';
import { assetText } from '@ciyuan/core/ledger';
import { TOKEN_CLASSES, namedCounts } from '@ciyuan/core/usage';
import type { ExplainedRecord } from '@ciyuan/modules/reporting';
import type { ExplanationView, PriceView, TierView } from './explanation.dto';

const MILLI_PLACES = 3;
/** A price of a million tokens in yuan is micro-yuan a million, which is pico-yuan a token. */
const PER_MILLION_PLACES = 6;

export function explanationOf(explained: ExplainedRecord): ExplanationView {
  const { record, charge, shares, journal, differences } = explained;
  return {
    record: recordOf(record),
    sequence: explained.sequence,
    usageMonth: explained.usageMonth,
    accountingMonth: explained.accountingMonth,
    catalogueEpoch: explained.catalogueEpoch,
    grants: charge.grants.map(grantOf),
    overage: charge.overages.map(overageOf),
    costs: charge.costs.map(({ role, party, costVersionId, lines, amount }) => ({
      role,
      party,
      costVersionId,
      prices: lines.map(priceOf),
      yuan: amount === null ? null : formatYuan(amount),
    })),
    shares: shares.map(shareOf),
    journal: journal.map(({ accountingMonth, asset, account, amount }) => ({
      accountingMonth,
      asset,
      ledgerAccount: account,
      amount: assetText(asset, amount),
    })),
    corrections: explained.corrections.map((one) => ({
      sequence: one.sequence,
      kind: one.kind,
      packageTokens: tokens(one.drawnMilli),
      usageYuan: formatYuan(one.usageGross),
      reason: one.reason,
      requestedBy: one.requestedBy,
      bookedAt: formatInstant(one.bookedAt),
    })),
    agrees: differences.length === 0,
    differences,
  };
}

const tokens = (milli: bigint): string => formatScaled(milli, MILLI_PLACES);
const exactYuan = (pico: Ratio): string => formatYuan(round(pico));

const recordOf = (record: ExplainedRecord['record']): ExplanationView['record'] => ({
  partner: record.partner,
  source: record.source,
  id: record.recordId,
  account: record.accountCode,
  at: formatInstant(record.at),
  model: record.model,
  reportedModel: record.reportedModel ?? null,
  vendor: record.vendor,
  computeOwner: record.computeOwner,
  serviceTier: record.serviceTier,
  dimensions: record.dimensions,
  raw: record.wire === undefined ? null : { semantics: record.wire.semantics, usage: record.wire.raw },
  classes: namedCounts(record.counts),
});

const grantOf = (step: GrantStep): ExplanationView['grants'][number] => ({
  grant: step.number,
  plan: step.plan,
  planVersionId: step.planVersionId,
  coefficientVersionId: step.coefficientVersionId,
  priority: step.priority,
  expiresAt: step.expiresAt === null ? null : formatInstant(step.expiresAt),
  beforeTokens: tokens(step.beforeMilli),
  drawnTokens: tokens(step.drawnMilli),
  afterTokens: tokens(step.afterMilli),
  covered: step.covered.map((one) => ({
    class: one.counter,
    tokens: one.tokens,
    coefficient: tokens(one.coefficientMilli),
  })),
  recognisedYuan: formatYuan(step.recognisedGross),
  recognisedNetYuan: formatYuan(step.recognisedNet),
});

const overageOf = (step: OverageStep): ExplanationView['overage'][number] => ({
  kind: step.kind,
  ratedBy: step.rating,
  plan: step.plan,
  planVersionId: step.planVersionId,
  priceVersionId: step.priceVersionId,
  classes: Object.fromEntries(step.counts.map(({ counter, quantity }) => [counter, quantity])),
  prices: step.lines.map(priceOf),
  tiers: step.tiers.map(({ lineage, from, to, amount, startsIn, endsIn }) => ({
    component: lineage,
    from: String(from),
    to: String(to),
    startsIn: tierOf(startsIn),
    endsIn: tierOf(endsIn),
    yuan: formatYuan(amount),
  })),
  commitment:
    step.commitment === null ? null : { from: String(step.commitment.from), to: String(step.commitment.to) },
  cap: capOf(step.cap),
  yuan: formatYuan(step.gross),
});

const capOf = (cap: OverageStep['cap']): ExplanationView['overage'][number]['cap'] =>
  cap === null
    ? null
    : { yuan: formatYuan(cap.limit), fromYuan: formatYuan(cap.from), toYuan: formatYuan(cap.to) };

const tierOf = ({ index, lower, upper }: OverageStep['tiers'][number]['endsIn']): TierView => ({
  tier: index === undefined ? null : index + 1,
  over: String(lower),
  upTo: upper === null ? null : String(upper),
});

const TOKENS: readonly string[] = TOKEN_CLASSES;

const priceOf = ({ counter, quantity, picoPerUnit, amount }: PricedClass): PriceView => ({
  class: counter,
  quantity,
  price: TOKENS.includes(counter) ? formatScaled(picoPerUnit, PER_MILLION_PLACES) : formatYuan(picoPerUnit),
  yuan: formatYuan(amount),
});

const shareOf = (share: ExplainedRecord['shares'][number]): ExplanationView['shares'][number] => ({
  kind: share.key.kind,
  splitRuleVersionId: share.splitRuleVersionId,
  netYuan: exactYuan(share.net),
  deductions: share.deductions.map(({ name, party, taken }) => ({ name, party, yuan: exactYuan(taken) })),
  steps: share.steps.map(({ type, party, taken }) => ({ type, party, yuan: exactYuan(taken) })),
  residual: share.residual,
  leftYuan: exactYuan(share.left),
});
