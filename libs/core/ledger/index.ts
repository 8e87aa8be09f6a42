export {
  FLOWS,
  LEDGER_ACCOUNTS,
  imbalance,
  postings,
  type Asset,
  type Flow,
  type LedgerAccount,
  type Posting,
} from './postings';
export { breakage, recognised, recogniseDraw } from './recognition';
export { netFen } from './vat';
