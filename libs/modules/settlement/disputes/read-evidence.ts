import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Asking, Evidence } from './dispute';
import { DisputeEvidenceStore } from './dispute-evidence.store';
import { DisputesStore } from './disputes.store';

export interface EvidenceToRead extends Asking {
  readonly disputeId: number;
  readonly number: number;
}

/** One file as it was sent; undefined where there is none that the reader may see. */
@Injectable()
export class ReadEvidence {
  constructor(
    private readonly database: Database,
    private readonly disputes: DisputesStore,
    private readonly evidence: DisputeEvidenceStore,
  ) {}

  run({ disputeId, number, toldTo }: EvidenceToRead): Promise<Evidence | undefined> {
    return this.database.transaction(async (tx) => {
      const dispute = await this.disputes.byId(tx, disputeId);
      if (dispute === undefined || (toldTo !== undefined && toldTo !== dispute.party)) return undefined;
      return this.evidence.byNumber(tx, disputeId, number);
    });
  }
}
