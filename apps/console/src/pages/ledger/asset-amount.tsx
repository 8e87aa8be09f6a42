import type { ReactNode } from 'react';
import { Count, Money } from '../../parts/figures';

/** What is counted and not a currency; its figures have no fen. */
const CURRENCY = /^[A-Z]{3}$/;

interface AssetAmountProps {
  readonly asset: string;
  readonly amount: string;
}

/** A decimal of a currency, or package tokens; nothing where it is nothing, so that the others stand out. */
export function AssetAmount({ asset, amount }: AssetAmountProps): ReactNode {
  if (/^0(\.0+)?$/.test(amount)) return <span>–</span>;
  return CURRENCY.test(asset) ? <Money amount={amount} /> : <Count of={amount} />;
}
