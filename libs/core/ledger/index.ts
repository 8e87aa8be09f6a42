export { TOKEN, assetText, type Asset } from './asset';
export { CHART, meaningOf, type AccountMeaning, type AccountType } from './chart';
export {
  FLOWS,
  LEDGER_ACCOUNTS,
  assetOf,
  imbalance,
  postings,
  type Flow,
  type LedgerAccount,
  type MoneyFlow,
  type Posting,
  type TokenFlow,
} from './postings';
export { breakage, recognised, recogniseDraw } from './recognition';
export { netFen, taxOnTopFen } from './vat';
export { reversed, roundedBy, voucherLines, type ExactLine, type VoucherLine } from './voucher';
