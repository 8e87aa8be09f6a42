import { coversMonth, lastPurchaseMonth, type PurchaseCommitment } from '@ciyuan/core/catalogue';
import { OPERATOR_ZONE, monthBounds, type Instant } from '@ciyuan/core/kernel';
import type { PartyAgreement } from '@ciyuan/core/settlement';
import type { CatalogueDocument } from '@ciyuan/modules/catalogue';

type Contract = CatalogueDocument<'contract'>;

/** A promise to a party, and its currency. */
export interface AgreedPurchase {
  readonly party: string;
  readonly currency: string;
  readonly purchase: PurchaseCommitment;
}

/** What amounts of contracts are in where they say nothing. */
const DEFAULT_CURRENCY = 'CNY';

/** What each contract says about statements of the month: by the version in force when the month ends. */
export const agreementsIn = (contracts: readonly Contract[], month: string): PartyAgreement[] =>
  partiesOf(contracts).flatMap((party) => {
    const body = inForceAtEndOf(contracts, party, month)?.body;
    const terms = body?.settlement;
    if (terms === undefined || !coversMonth(body?.validity, month)) return [];
    const { vatRate, withholdingRate, holdback, guarantee, settlesIn, basis } = terms;
    const currency = terms.currency ?? settlesIn ?? DEFAULT_CURRENCY;
    return [
      {
        ...{ party, currency },
        ...(vatRate !== undefined && { vatRate }),
        ...(withholdingRate !== undefined && { withholdingRate }),
        ...(settlesIn !== undefined && { settlesIn }),
        ...(basis !== 'recognised' && { basis }),
        ...(holdback !== undefined && { holdback }),
        ...(guarantee !== undefined && { guarantee }),
      },
    ];
  });

/** The promises that have begun by the month: each as its own last month's version has it, once that is over. */
export function purchasesBy(contracts: readonly Contract[], month: string): AgreedPurchase[] {
  return contracts.flatMap((version) => {
    const { settlement } = version.body;
    const purchase = settlement?.purchase;
    if (purchase === undefined || purchase.from > month) return [];
    const last = lastPurchaseMonth(purchase);
    const inForce = inForceAtEndOf(contracts, version.code, last < month ? last : month);
    const currency = settlement?.currency ?? settlement?.settlesIn ?? DEFAULT_CURRENCY;
    return inForce === version ? [{ party: version.code, currency, purchase }] : [];
  });
}

function inForceAtEndOf(contracts: readonly Contract[], party: string, month: string): Contract | undefined {
  const end: Instant = monthBounds(OPERATOR_ZONE, month).end;
  return contracts
    .filter((one) => one.code === party && one.effectiveFrom < end)
    .sort((a, b) => b.effectiveFrom - a.effectiveFrom)[0];
}

const partiesOf = (contracts: readonly Contract[]): string[] =>
  [...new Set(contracts.map(({ code }) => code))].sort();
