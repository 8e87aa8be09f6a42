import { Injectable } from '@nestjs/common';
import { approvalNeeded, type AmountToApprove, type ApprovalNeeded } from '@ciyuan/core/billing';
import type { Instant } from '@ciyuan/core/kernel';
import { CatalogueDocumentsStore, versionAt } from '@ciyuan/modules/catalogue';
import type { Tx } from '@ciyuan/platform/database';

export interface LimitsFound extends ApprovalNeeded {
  /** The version that says so; null where none is in force. */
  readonly versionId: number | null;
}

/** Who has to sign an amount, by the limits in force at an instant or by the very version that was in force once. */
@Injectable()
export class FindLimits {
  constructor(private readonly documents: CatalogueDocumentsStore) {}

  async run(
    tx: Tx,
    amount: AmountToApprove,
    by: { readonly at: Instant } | { readonly versionId: number | null },
  ): Promise<LimitsFound> {
    const versions = await this.documents.versions(tx, 'approval_limits');
    const version = 'at' in by ? versionAt(versions, by.at) : versions.find(({ id }) => id === by.versionId);
    return { ...approvalNeeded(version?.body, amount), versionId: version?.id ?? null };
  }
}
