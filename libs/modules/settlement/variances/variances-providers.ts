import { AcknowledgeVariances } from './acknowledge-variances';
import { EvaluateVariances } from './evaluate-variances';
import { ReadVariances } from './read-variances';
import { SettledSumsStore } from './settled-sums.store';
import { VarianceAcknowledgementsStore } from './variance-acknowledgements.store';

/** Looking at a run before it is signed. */
export const VARIANCES = [AcknowledgeVariances, ReadVariances];

/** What these need. */
export const OF_VARIANCES = [EvaluateVariances, SettledSumsStore, VarianceAcknowledgementsStore];
