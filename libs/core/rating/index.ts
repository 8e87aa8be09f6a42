export type { BookFault, BookFaultCode } from './book-fault';
export { checkPriceBook } from './check-price-book';
export { compilePriceBook, type PriceLookup, type PricedCall } from './price-lookup';
export { rateLines, totalOf, type RatedLine, type RatedLines } from './rate-counts';
export { chargeBetween, tierSlice, totalCharge, type TierSlice } from './tiers';
export { checkTierComponent, type TierFault } from './check-tiers';
