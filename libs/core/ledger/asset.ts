import { formatScaled, formatYuan } from '../kernel';

/** A currency by its ISO code, in 10⁻¹² of its unit; `TOKEN`, in milli-tokens: an asset carries its scale. */
export type Asset = string;

export const TOKEN: Asset = 'TOKEN';

const MILLI_PLACES = 3;

/** An amount of the ledger as its text: in the currency's unit, or in package tokens. */
export const assetText = (asset: Asset, amount: bigint): string =>
  asset === TOKEN ? formatScaled(amount, MILLI_PLACES) : formatYuan(amount);
