export type { BookFault, BookFaultCode } from './book-fault';
export { changePrices, type ChangedPrices, type PriceChange, type PriceChangeFault } from './change-prices';
export { convertPrice } from './convert-price';
export { checkPriceBook } from './check-price-book';
export { compilePriceBook, type CalendarsInForce, type PriceLookup, type PricedCall } from './price-lookup';
export { rateLines, totalOf, type RatedLine, type RatedLines } from './rate-counts';
export { chargeBetween, tierSlice, totalCharge, type TierSlice } from './tiers';
export { raisesPrice } from './raises-price';
export { checkTierComponent, type TierFault } from './check-tiers';
