export { TOKEN, assetText, type Asset } from './asset';
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
export { netFen } from './vat';
