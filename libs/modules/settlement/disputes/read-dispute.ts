import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Asking, Dispute, EvidenceHead } from './dispute';
import { DisputeEvidenceStore } from './dispute-evidence.store';
import { DisputesStore } from './disputes.store';

export interface DisputeToRead extends Asking {
  readonly disputeId: number;
}

export interface DisputeRead {
  readonly dispute: Dispute;
  readonly evidence: readonly EvidenceHead[];
}

/** A dispute with all that was said of it; undefined where there is none that the reader may see. */
@Injectable()
export class ReadDispute {
  constructor(
    private readonly database: Database,
    private readonly disputes: DisputesStore,
    private readonly evidence: DisputeEvidenceStore,
  ) {}

  run({ disputeId, toldTo }: DisputeToRead): Promise<DisputeRead | undefined> {
    return this.database.snapshot(async (tx) => {
      const dispute = await this.disputes.byId(tx, disputeId);
      if (dispute === undefined || (toldTo !== undefined && toldTo !== dispute.party)) return undefined;
      return { dispute, evidence: await this.evidence.ofDispute(tx, disputeId) };
    });
  }
}
