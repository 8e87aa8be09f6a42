import { formatFen, formatInstant, formatScaled } from '@ciyuan/core/kernel';
import type { CommitmentPosition, TermsRead } from '@ciyuan/modules/settlement';
import { Refused } from '@ciyuan/platform/http';
import type { PositionView, TermsView } from './contracts.dto';

const PLACES = 4;

export const termsOf = ({ party, contract, terms, advances, holdbacks, waiting }: TermsRead): TermsView => ({
  party,
  contract:
    contract === null
      ? null
      : {
          version: contract.version,
          effectiveFrom: formatInstant(contract.effectiveFrom),
          body: contract.body,
        },
  disputeDays: terms.disputeDays,
  minimumPayout: formatFen(terms.minimumPayoutFen),
  paymentDays: terms.paymentDays,
  legalEntity: terms.legalEntity,
  bankAccount: terms.bankAccount,
  advances: advances.map(({ currency, fen }) => ({ currency, outstanding: formatFen(fen) })),
  holdbacks: holdbacks.map(({ fen, ...month }) => ({ ...month, amount: formatFen(fen) })),
  waiting: waiting.map((one) => ({
    currency: one.currency,
    month: one.month,
    basis: one.basis,
    share: formatFen(one.shareFen),
    takenBack: formatFen(one.takenBackFen),
    held: formatFen(one.heldFen),
  })),
});

export function positionOf(one: CommitmentPosition): PositionView {
  const isTokens = one.purchase.tokens !== undefined;
  const figure = (value: bigint): string => (isTokens ? String(value) : formatFen(value));
  return {
    from: one.purchase.from,
    last: one.last,
    currency: one.currency,
    models: one.purchase.models ?? null,
    unit: isTokens ? 'tokens' : 'amount',
    committed: figure(one.committed),
    counted: figure(one.counted),
    shortfall: figure(one.shortfall),
    months: one.counts.map(({ month, tokens, shareFen }) => ({
      month,
      counted: figure(isTokens ? tokens : shareFen),
    })),
    timeElapsed: formatScaled(BigInt(one.timeElapsed), PLACES),
    volumeCounted: formatScaled(BigInt(one.volumeCounted), PLACES),
    due: formatFen(one.dueFen),
    expectedDue: formatFen(one.expectedDueFen),
    issued: formatFen(one.issuedFen),
  };
}

export const unknownParty = (): Refused =>
  new Refused('not_found', 'unknown_party', 'No party has this code, or none that you may see.');
