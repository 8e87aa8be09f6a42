import { Injectable } from '@nestjs/common';
import type { Result } from '@ciyuan/core/kernel';
import { Database } from '@ciyuan/platform/database';
import type { EvidenceHead } from './dispute';
import type { EvidenceRefusal } from './dispute-refusal';
import { KeepEvidence, type EvidenceToAdd } from './keep-evidence';

/** Adds a file to a dispute that is not decided yet. */
@Injectable()
export class AddEvidence {
  constructor(
    private readonly database: Database,
    private readonly keepEvidence: KeepEvidence,
  ) {}

  run(wanted: EvidenceToAdd): Promise<Result<EvidenceHead, EvidenceRefusal>> {
    return this.database.retrying((tx) => this.keepEvidence.run(tx, wanted));
  }
}
