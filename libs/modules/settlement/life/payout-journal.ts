import { fenToPico, type Fen } from '@ciyuan/core/kernel';
import { postings, type MoneyFlow } from '@ciyuan/core/ledger';
import type { BookedLine } from '@ciyuan/modules/ledger';
import type { Statement } from '../statement';

/** The operator's own account in the ledger: what belongs to no customer. */
const OWN_ACCOUNT = 0;

/** The steps of a payout that the ledger knows of. */
export type PayoutStep = 'invoice_received' | 'paid';

export interface PayoutToBook {
  readonly step: PayoutStep;
  readonly party: string;
  readonly currency: string;
  readonly accountingMonth: string;
  /** All that is invoiced and paid as one. */
  readonly statements: readonly Pick<Statement, 'vatFen' | 'withholdingFen' | 'payableFen'>[];
}

/**
 * The journal of a step: the party's invoice makes its VAT owed to it, and claimed back from the tax office; the payment
 * settles share and VAT, of which the bank pays what is payable and the rest is owed to the tax office. Empty where the
 * invoice has no VAT.
 */
export function payoutJournal({ step, party, statements, ...booked }: PayoutToBook): BookedLine[] {
  const sum = (of: 'vatFen' | 'withholdingFen' | 'payableFen'): Fen =>
    statements.reduce((total, one) => total + one[of], 0n);
  const flows: readonly (readonly [MoneyFlow, Fen])[] =
    step === 'invoice_received'
      ? [['inputTaxInvoiced', sum('vatFen')]]
      : [
          ['partnerPaid', sum('payableFen')],
          ['partnerWithheld', sum('withholdingFen')],
        ];
  const lines = flows.flatMap(([flow, fen]) => postings(flow, fenToPico(fen), booked.currency));
  const accounts = [...new Set(lines.map(({ account }) => account))];
  return accounts
    .map((account) => ({
      accountId: OWN_ACCOUNT,
      accountingMonth: booked.accountingMonth,
      asset: booked.currency,
      account,
      amount: lines.filter((line) => line.account === account).reduce((total, one) => total + one.amount, 0n),
      ...(account === 'partner_payable' ? { party } : {}),
    }))
    .filter(({ amount }) => amount !== 0n);
}
