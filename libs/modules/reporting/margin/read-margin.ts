import { Injectable } from '@nestjs/common';
import { nextMonth, ok, type Result } from '@ciyuan/core/kernel';
import { PartiesStore } from '@ciyuan/modules/parties';
import { PreviewSettlement, type PreviewRefusal } from '@ciyuan/modules/settlement';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { MarginGrouping } from './margin-dimension';
import type { SharePiece } from './margin-pieces';
import { MarginPiecesStore } from './margin-pieces.store';
import { marginReport, type MarginReport } from './margin-report';
import { plannedShares } from './planned-shares';

export interface MarginAsked {
  /** Accounting months `YYYY-MM`, both of them inclusive. */
  readonly from: string;
  readonly until: string;
  readonly by: MarginGrouping;
}

/**
 * Revenue, cost and margin of accounting months. An issued month is read from its statements; any other one is
 * planned as settling it would be, and nothing is written.
 */
@Injectable()
export class ReadMargin {
  constructor(
    private readonly database: Database,
    private readonly pieces: MarginPiecesStore,
    private readonly parties: PartiesStore,
    private readonly previewSettlement: PreviewSettlement,
  ) {}

  run({ from, until, by }: MarginAsked): Promise<Result<MarginReport, PreviewRefusal>> {
    return this.database.snapshot(async (tx) => {
      const span = [from, until] as const;
      const operators = (await this.parties.list(tx))
        .filter(({ kinds }) => kinds.includes('operator'))
        .map(({ code }) => code);
      const posted = await this.pieces.postedMonths(tx, from, until);
      const shares = await this.pieces.shares(tx, span, by, operators);
      const tokens = await this.pieces.tokens(tx, span, by);
      const open = monthsOf(from, until).filter(
        (month) => !posted.has(month) && tokens.some((one) => one.month === month),
      );
      const planned = await this.planned(tx, open, by, operators);
      if (!planned.ok) return planned;
      const issued = await this.pieces.issued(tx, span);
      return ok(
        marginReport({ from, until, by, posted, shares: [...shares, ...planned.value], tokens, issued }),
      );
    });
  }

  private async planned(
    tx: Tx,
    months: readonly string[],
    by: MarginGrouping,
    operators: readonly string[],
  ): Promise<Result<SharePiece[], PreviewRefusal>> {
    const planned: SharePiece[] = [];
    for (const month of months) {
      const previewed = await this.previewSettlement.run(tx, month);
      if (!previewed.ok) return previewed;
      planned.push(...plannedShares(month, previewed.value, by, operators));
    }
    return ok(planned);
  }
}

function monthsOf(from: string, until: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= until; month = nextMonth(month)) months.push(month);
  return months;
}
