import type { IssuedShare, IssuedSplit, SettlementInput } from './settlement-input';
import type { Figures, PlannedSplit, StatementLine } from './settlement-plan';
import { shareMonth, type SharedSplit } from './share-month';
import { NOTHING, addFigures, isNothing, partyKey, statementLines, subtractFigures } from './statement-lines';
import { plannedSplit } from './planned-split';

export interface Adjustment {
  readonly party: string;
  readonly currency: string;
  readonly line: StatementLine;
}

/**
 * Restates an earlier month with everything known by now, and takes off what was issued for it: the rest is one line
 * for each party. What was issued and the adjustment together are what issuing the month at once had stated.
 */
export function adjustMonth(
  originMonth: string,
  input: SettlementInput,
): { readonly splits: PlannedSplit[]; readonly adjustments: Adjustment[] } {
  const restated = shareMonth(
    input.lines.filter((line) => line.usageMonth === originMonth),
    input,
  );
  const ofOrigin = (one: IssuedShare | IssuedSplit): boolean => one.originMonth === originMonth;
  return {
    splits: changedSplits(originMonth, restated, input.issuedSplits.filter(ofOrigin)),
    adjustments: changedShares(originMonth, restated, input.issuedShares.filter(ofOrigin)),
  };
}

/** A split can be gone: breakage that was the operator's moves once late usage shows where the plan was consumed. */
function changedSplits(
  originMonth: string,
  restated: readonly SharedSplit[],
  issued: readonly IssuedSplit[],
): PlannedSplit[] {
  const before = new Map(issued.map((one) => [splitKey(one), one]));
  const now = restated.map((one) => plannedSplit(originMonth, one));
  const stated = new Set(now.map(splitKey));
  const gone = issued.filter((one) => !stated.has(splitKey(one)));
  return [
    ...now.map((one) => less(one, before.get(splitKey(one)) ?? NO_SPLIT)),
    ...gone.map((one) => less({ ...one, ...NO_SPLIT, lineCount: 0 }, one)),
  ].sort((a, b) => a.splitRuleVersionId - b.splitRuleVersionId || (a.currency < b.currency ? -1 : 1));
}

const NO_SPLIT = { paidFen: 0n, netFen: 0n, taxFen: 0n, usageTaxFen: 0n };

const splitKey = (one: Pick<IssuedSplit, 'splitRuleVersionId' | 'currency'>): string =>
  `${one.splitRuleVersionId} ${one.currency}`;

function less(now: PlannedSplit, then: Pick<IssuedSplit, keyof typeof NO_SPLIT>): PlannedSplit {
  return {
    ...now,
    paidFen: now.paidFen - then.paidFen,
    netFen: now.netFen - then.netFen,
    taxFen: now.taxFen - then.taxFen,
    usageTaxFen: now.usageTaxFen - then.usageTaxFen,
  };
}

function changedShares(
  originMonth: string,
  restated: readonly SharedSplit[],
  issued: readonly IssuedShare[],
): Adjustment[] {
  const now = statementLines(originMonth, restated);
  const then = new Map(issued.map((one) => [partyKey(one.party, one.currency), one]));
  const parties = new Map([...then, ...now].map(([key, { party, currency }]) => [key, { party, currency }]));
  const adjustments: Adjustment[] = [];
  for (const [key, { party, currency }] of parties) {
    const total = (now.get(key)?.lines ?? []).reduce<Figures>(addFigures, NOTHING);
    const change = subtractFigures(total, then.get(key) ?? NOTHING);
    if (isNothing(change)) continue;
    const line = {
      lineKind: 'adjustment',
      originMonth,
      splitRuleVersionId: null,
      key: null,
      counterparty: null,
      reference: null,
      ...change,
    } as const;
    adjustments.push({ party, currency, line });
  }
  return adjustments;
}
