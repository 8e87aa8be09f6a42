import { CheckClawback } from './check-clawback';
import { ClawBackShare } from './claw-back-share';
import { ClawbacksStore } from './clawbacks.store';
import { DecideClawback } from './decide-clawback';
import { ListClawbacks } from './list-clawbacks';
import { MoveClawback } from './move-clawback';
import { SharedRevenueStore } from './shared-revenue.store';

/** Taking shares back. */
export const CLAWBACKS = [ClawBackShare, DecideClawback, ListClawbacks];

/** What these need. */
export const OF_CLAWBACKS = [CheckClawback, ClawbacksStore, MoveClawback, SharedRevenueStore];
