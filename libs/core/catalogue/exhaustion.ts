/**
 * What becomes of usage that no grant covers. `payg` prices it by the base tariff. `throttle` does the same: it is only
 * slower, which sessions see to while calls run. `payg_cap` does so up to an amount, and what exceeds that is the
 * operator's. `hard_limit` charges none of it: sessions refuse the call, and what came all the same is the operator's.
 */
export const EXHAUSTIONS = ['payg', 'throttle', 'payg_cap', 'hard_limit'] as const;
export type Exhaustion = (typeof EXHAUSTIONS)[number];
