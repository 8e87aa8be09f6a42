import { AddEvidence } from './add-evidence';
import { CheckClaims } from './check-claims';
import { ClaimLines } from './claim-lines';
import { DecideDisputeLine } from './decide-dispute-line';
import { DisputeEvidenceStore } from './dispute-evidence.store';
import { DisputedDifferencesStore } from './disputed-differences.store';
import { DisputesStore } from './disputes.store';
import { EndDispute } from './end-dispute';
import { KeepEvidence } from './keep-evidence';
import { ListDisputes } from './list-disputes';
import { LockDisputeLine } from './lock-dispute-line';
import { OpenDispute } from './open-dispute';
import { ProposeDecision } from './propose-decision';
import { ReadDispute } from './read-dispute';
import { ReadEvidence } from './read-evidence';
import { WithdrawDisputeLine } from './withdraw-dispute-line';

/** What a party says against its statement. */
export const DISPUTES = [
  AddEvidence,
  DecideDisputeLine,
  ListDisputes,
  OpenDispute,
  ProposeDecision,
  ReadDispute,
  ReadEvidence,
  WithdrawDisputeLine,
];

/** Of them, what another module does in its own transaction. */
export const DISPUTING = [ClaimLines, DisputedDifferencesStore, KeepEvidence];

/** What these need. */
export const OF_DISPUTES = [CheckClaims, DisputeEvidenceStore, DisputesStore, EndDispute, LockDisputeLine];
