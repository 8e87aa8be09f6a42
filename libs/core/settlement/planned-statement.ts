import { multiply, ratio, ratioOf, round, type Fen } from '../kernel';
import { holdbackOf } from './contract-terms/holdback';
import type { DueShares } from './coverage/due-shares';
import { ALL_DUE } from './coverage/month-due';
import type { PartyRates, SettlementInput } from './settlement-input';
import type { PlannedStatement } from './settlement-plan';
import type { PartyLines } from './statement-lines';

const NO_RATES: PartyRates = { vatRate: '0', withholdingRate: '0' };

/**
 * The party adds its own VAT and has its tax withheld, each half away from zero to the fen; what is held for later
 * changes neither. The operator does none of it: it invoices nobody for what it keeps.
 */
export function plannedStatement(
  { party, currency, lines }: PartyLines,
  { month, parties, operator, contracts }: SettlementInput,
  shares: DueShares | undefined,
): PlannedStatement {
  const { vatRate, withholdingRate } = party === operator ? NO_RATES : (parties.get(party) as PartyRates);
  const shareFen = lines.reduce((total, line) => total + line.shareFen, 0n);
  const vatFen = part(shareFen, vatRate);
  const withholdingFen = part(shareFen, withholdingRate);
  const basis = contracts.agreements.find((one) => one.party === party)?.basis;
  const due = shares?.of({ party, currency, month, basis, lines }) ?? ALL_DUE;
  const dueFen = (shareFen > 0n ? shareFen : 0n) - due.uncoveredFen + due.coveredFen;
  const held = holdbackOf({ party, currency, dueFen }, month, contracts);
  const heldFen = due.uncoveredFen + held.heldBackFen;
  const releasedFen = due.coveredFen + held.releasedBackFen;
  return {
    party,
    currency,
    shareFen,
    vatFen,
    withholdingFen,
    ...held,
    heldFen,
    releasedFen,
    basisMonths: due.months,
    payableFen: shareFen + vatFen - withholdingFen - heldFen + releasedFen,
    lines,
  };
}

const part = (shareFen: Fen, rate: string): Fen => round(multiply(ratio(shareFen), ratioOf(rate)));
