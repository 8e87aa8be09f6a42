import type { Drawdown } from '../entitlement';
import { totalTokens } from '../usage';
import type { GrantState } from './account-state';
import type { ChargedRecord } from './decision';
import type { Portion } from './post-portion';
import type { Overage } from './rate-overage';
import type { RecordContext } from './record-context';

/** A record with its rating inline: the sums of its portions, and what names the rest. */
export function chargedRecord(
  context: RecordContext,
  drawdown: Drawdown<GrantState>,
  overage: Overage | undefined,
  portions: readonly Portion[],
): ChargedRecord {
  const { account, record, sequence, usageMonth, accountingMonth, vendorPrices, computePrices } = context;
  const first = drawdown.draws[0];
  const overageTokens = totalTokens(drawdown.overage);
  return {
    record,
    accountId: account.id,
    sequence,
    usageMonth,
    accountingMonth,
    grantNumber: first?.grant.number ?? null,
    drawnMilli: sum(portions, (portion) => portion.drawnMilli),
    firstDrawnMilli: first?.milliTokens ?? 0n,
    coveredTokens: totalTokens(record.counts) - overageTokens,
    overageTokens,
    overageKind: overage?.kind ?? null,
    recognisedGross: sum(portions, (portion) => portion.recognisedGross),
    recognisedNet: sum(portions, (portion) => portion.recognisedNet),
    usageGross: sum(portions, (portion) => portion.usageGross),
    vendorCost: vendorPrices.ok ? sum(portions, (portion) => portion.vendorCost) : null,
    computeCost: computePrices.ok ? sum(portions, (portion) => portion.computeCost) : null,
    basePlanVersionId: overage?.base?.plan.id ?? null,
    priceVersionId: overage?.priceVersionId ?? null,
  };
}

function sum(portions: readonly Portion[], of: (portion: Portion) => bigint): bigint {
  let total = 0n;
  for (const portion of portions) total += of(portion);
  return total;
}
