import { ok, refuse, type Result } from '../kernel';
import { adjustMonth } from './adjust-month';
import { assertConserved } from './assert-conserved';
import { conversions, type NoExchangeRate } from './contract-terms/conversions';
import { minimums } from './contract-terms/minimum';
import { shortfalls } from './contract-terms/purchase-position';
import { DueShares } from './coverage/due-shares';
import type { PartyTransfer } from './party-transfer';
import { plannedSplit } from './planned-split';
import { plannedStatement } from './planned-statement';
import type { SettlementInput } from './settlement-input';
import type { PlannedSplit, SettlementPlan } from './settlement-plan';
import { shareMonth } from './share-month';
import { partyKey, statementLines, statementOf, type PartyLines } from './statement-lines';
import { addTransfers } from './transfer-lines';

/** A rule gives something to a party that is not registered. */
export interface UnknownParty {
  readonly code: 'unknown_party';
  readonly party: string;
}

export type PlanRefusal = UnknownParty | NoExchangeRate;

/**
 * Settles an accounting month: the revenue of the month itself by its splits, and every earlier month that something
 * was booked for as an adjustment; and what moves between parties and the operator by what was decided, and by their
 * contracts. Statements come by party and currency, splits by month, rule version and currency.
 * The same lines in any order give the same plan. Throws where the shares do not add up: that is a bug.
 */
export function planSettlement(input: SettlementInput): Result<SettlementPlan, PlanRefusal> {
  const own = shareMonth(
    input.lines.filter((line) => line.usageMonth === input.month),
    input,
  );
  const statements = statementLines(input.month, own);
  const splits: PlannedSplit[] = [];
  for (const month of earlierMonths(input)) {
    const adjusted = adjustMonth(month, input);
    splits.push(...adjusted.splits);
    for (const { party, currency, line } of adjusted.adjustments)
      statementOf(statements, party, currency).lines.push(line);
  }
  splits.push(...own.map((split) => plannedSplit(input.month, split)));
  addTransfers(statements, input.transfers, input.operator);
  const converted = conversions(input.month, input.contracts, statements);
  if (!converted.ok) return converted;
  addTransfers(statements, converted.value, input.operator);
  addTransfers(statements, agreedTransfers(input, statements), input.operator);
  for (const { party, currency } of input.contracts.heldBack) statementOf(statements, party, currency);
  const { coverage } = input.contracts;
  const shares = coverage === undefined ? undefined : new DueShares(coverage);
  for (const { party, currency } of releasing(input, statements, shares))
    statementOf(statements, party, currency);
  const ordered = [...statements.values()].sort(inOrder);
  const stranger = ordered.find(({ party }) => !input.parties.has(party));
  if (stranger !== undefined) return refuse({ code: 'unknown_party', party: stranger.party });
  const planned = ordered.map((one) => plannedStatement(one, input, shares));
  const plan = { splits, statements: planned, covers: shares?.covers() ?? [] };
  assertConserved(plan);
  return ok(plan);
}

/** What contracts say about the shares of the month once they are known. */
const agreedTransfers = (
  { month, contracts }: SettlementInput,
  statements: ReadonlyMap<string, PartyLines>,
): PartyTransfer[] => [
  ...minimums(month, contracts, statements),
  ...shortfalls(contracts.purchases, statements),
];

/** Whose shares of earlier months become due, in statements that nothing else would be on. */
const releasing = (
  { month, contracts }: SettlementInput,
  statements: ReadonlyMap<string, PartyLines>,
  shares: DueShares | undefined,
): readonly Pick<PartyLines, 'party' | 'currency'>[] =>
  (contracts.coverage?.outstanding ?? []).filter(({ party, currency }) => {
    const empty = { party, currency, month, basis: undefined, lines: [] };
    return !statements.has(partyKey(party, currency)) && (shares?.of(empty).coveredFen ?? 0n) > 0n;
  });

/** The earlier months that something was booked for in this one. */
function earlierMonths({ month, lines }: SettlementInput): string[] {
  const booked = lines.filter((line) => line.accountingMonth === month && line.usageMonth < month);
  return [...new Set(booked.map((line) => line.usageMonth))].sort();
}

const inOrder = (a: PartyLines, b: PartyLines): number =>
  a.party === b.party ? (a.currency < b.currency ? -1 : 1) : a.party < b.party ? -1 : 1;
