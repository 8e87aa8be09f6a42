import { multiply, ok, ratio, ratioOf, refuse, round, type Fen, type Result } from '../kernel';
import { adjustMonth } from './adjust-month';
import { assertConserved } from './assert-conserved';
import { plannedSplit } from './planned-split';
import type { PartyRates, SettlementInput } from './settlement-input';
import type { PlannedSplit, PlannedStatement, SettlementPlan } from './settlement-plan';
import { shareMonth } from './share-month';
import { statementLines, statementOf, type PartyLines } from './statement-lines';
import { addTransfers } from './transfer-lines';

/** A rule gives something to a party that is not registered. */
export interface UnknownParty {
  readonly code: 'unknown_party';
  readonly party: string;
}

/**
 * Settles an accounting month: the revenue of the month itself by its splits, and every earlier month that something
 * was booked for as an adjustment; and what moves between parties and the operator by what was decided. Statements come by party and currency, splits by month, rule version and currency.
 * The same lines in any order give the same plan. Throws where the shares do not add up: that is a bug.
 */
export function planSettlement(input: SettlementInput): Result<SettlementPlan, UnknownParty> {
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
  const ordered = [...statements.values()].sort(inOrder);
  const stranger = ordered.find(({ party }) => !input.parties.has(party));
  if (stranger !== undefined) return refuse({ code: 'unknown_party', party: stranger.party });
  const plan = { splits, statements: ordered.map((one) => statement(one, input)) };
  assertConserved(plan);
  return ok(plan);
}

/** The earlier months that something was booked for in this one. */
function earlierMonths({ month, lines }: SettlementInput): string[] {
  const booked = lines.filter((line) => line.accountingMonth === month && line.usageMonth < month);
  return [...new Set(booked.map((line) => line.usageMonth))].sort();
}

/**
 * The party adds its own VAT and has its tax withheld, each half away from zero to the fen. The operator does neither:
 * it invoices nobody for what it keeps.
 */
function statement(
  { party, currency, lines }: PartyLines,
  { parties, operator }: SettlementInput,
): PlannedStatement {
  const { vatRate, withholdingRate } = party === operator ? NO_RATES : (parties.get(party) as PartyRates);
  const shareFen = lines.reduce((total, line) => total + line.shareFen, 0n);
  const vatFen = part(shareFen, vatRate);
  const withholdingFen = part(shareFen, withholdingRate);
  return {
    party,
    currency,
    shareFen,
    vatFen,
    withholdingFen,
    payableFen: shareFen + vatFen - withholdingFen,
    lines,
  };
}

const NO_RATES: PartyRates = { vatRate: '0', withholdingRate: '0' };

const part = (shareFen: Fen, rate: string): Fen => round(multiply(ratio(shareFen), ratioOf(rate)));

const inOrder = (a: PartyLines, b: PartyLines): number =>
  a.party === b.party ? (a.currency < b.currency ? -1 : 1) : a.party < b.party ? -1 : 1;
