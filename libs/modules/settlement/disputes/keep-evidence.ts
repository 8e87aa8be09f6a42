import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isDecided } from '@ciyuan/core/settlement';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import { StatementsStore } from '../statements.store';
import type { Asking, Evidence, EvidenceHead } from './dispute';
import { DisputeEvidenceStore } from './dispute-evidence.store';
import type { EvidenceRefusal } from './dispute-refusal';
import { DisputesStore } from './disputes.store';

export const MOST_EVIDENCE = 20;
export const MOST_EVIDENCE_BYTES = 5 * 1024 * 1024;

/** Between 1 byte and {@link MOST_EVIDENCE_BYTES}. */
export interface EvidenceToAdd
  extends Asking,
    Pick<Evidence, 'disputeId' | 'name' | 'mediaType' | 'content'> {
  readonly by: string;
}

/** Adds a file to a dispute in a transaction that does more. */
@Injectable()
export class KeepEvidence {
  constructor(
    private readonly disputes: DisputesStore,
    private readonly statements: StatementsStore,
    private readonly evidence: DisputeEvidenceStore,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, { by, toldTo, ...file }: EvidenceToAdd): Promise<Result<EvidenceHead, EvidenceRefusal>> {
    const found = await this.disputes.byId(tx, file.disputeId);
    if (found === undefined || (toldTo !== undefined && toldTo !== found.party))
      return refuse({ code: 'not_found' });
    await this.statements.lock(tx, found);
    const dispute = (await this.disputes.byId(tx, file.disputeId)) ?? found;
    if (dispute.lines.every(({ state }) => isDecided(state))) return refuse({ code: 'dispute_decided' });
    const number = (await this.evidence.ofDispute(tx, dispute.id)).length + 1;
    if (number > MOST_EVIDENCE) return refuse({ code: 'too_much_evidence', most: MOST_EVIDENCE });
    const sha256 = createHash('sha256').update(file.content).digest('hex');
    const added = { ...file, number, sha256, addedAt: this.clock.now(), addedBy: by };
    await this.evidence.add(tx, added);
    const { content, ...head } = added;
    return ok({ ...head, bytes: content.length });
  }
}
