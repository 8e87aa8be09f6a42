import { ContractFiguresStore } from './contract-figures.store';
import { LoadContracts } from './load-contracts';
import { ReadCommitmentPosition } from './read-commitment-position';
import { ReadOutstanding } from './read-outstanding';
import { ReadStatementTerms } from './read-statement-terms';
import { ReadTerms } from './read-terms';

/** What partners’ contracts say. */
export const CONTRACTS = [ReadCommitmentPosition, ReadTerms];

/** What these need. */
export const OF_CONTRACTS = [ContractFiguresStore, LoadContracts, ReadOutstanding, ReadStatementTerms];
