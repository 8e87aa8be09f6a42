import { Injectable } from '@nestjs/common';
import type { Result } from '@ciyuan/core/kernel';
import { Database } from '@ciyuan/platform/database';
import { ClaimLines, type DisputeToOpen } from './claim-lines';
import type { Dispute } from './dispute';
import type { OpeningRefusal } from './dispute-refusal';

/** A party says that lines of its statement are wrong, before the statement counts as confirmed. */
@Injectable()
export class OpenDispute {
  constructor(
    private readonly database: Database,
    private readonly claimLines: ClaimLines,
  ) {}

  run(wanted: DisputeToOpen): Promise<Result<Dispute, OpeningRefusal>> {
    return this.database.retrying((tx) => this.claimLines.run(tx, wanted));
  }
}
