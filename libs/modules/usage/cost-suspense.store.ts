import { Injectable } from '@nestjs/common';
import type { CostGap } from '@ciyuan/core/charging';
import { formatInstant } from '@ciyuan/core/kernel';
import { copyChunks, copyText, type Tx } from '@ciyuan/platform/database';

/** Costs that no book of their party prices: they block the close and never the customer. */
@Injectable()
export class CostSuspenseStore {
  async open(tx: Tx, gaps: readonly (CostGap & { readonly usageMonth: string })[]): Promise<void> {
    if (gaps.length === 0) return;
    const rows = gaps.map(
      (gap) =>
        `${gap.accountId}\t${formatInstant(gap.at)}\t${gap.sequence}\t${gap.role}\t${gap.usageMonth}\t${copyText(gap.party)}\t${copyText(gap.detail)}\n`,
    );
    await tx.copyIn(
      'COPY ciyuan.cost_suspense (account_id, at, sequence, role, usage_month, party, detail) FROM STDIN',
      copyChunks(rows),
    );
  }
}
