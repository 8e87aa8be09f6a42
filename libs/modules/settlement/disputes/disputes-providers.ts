import { AddEvidence } from './add-evidence';
import { CheckClaims } from './check-claims';
import { DecideDisputeLine } from './decide-dispute-line';
import { DisputeEvidenceStore } from './dispute-evidence.store';
import { DisputesStore } from './disputes.store';
import { EndDispute } from './end-dispute';
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

/** What these need. */
export const OF_DISPUTES = [CheckClaims, DisputeEvidenceStore, DisputesStore, EndDispute, LockDisputeLine];
