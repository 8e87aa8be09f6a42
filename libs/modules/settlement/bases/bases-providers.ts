import { AccountCoversStore } from './account-covers.store';
import { AccountRevenueStore } from './account-revenue.store';
import { ListCovers } from './list-covers';
import { LoadCoverage } from './load-coverage';
import { OutstandingMonthsStore } from './outstanding-months.store';
import { StatementBasesStore } from './statement-bases.store';
import { WriteBases } from './write-bases';

/** What shares wait for, by accounts. */
export const BASES = [ListCovers];

/** What shares wait for by contracts: invoices, or money. */
export const OF_BASES = [
  AccountCoversStore,
  AccountRevenueStore,
  LoadCoverage,
  OutstandingMonthsStore,
  StatementBasesStore,
  WriteBases,
];
