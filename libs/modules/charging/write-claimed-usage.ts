import { Injectable } from '@nestjs/common';
import type { OpenedSuspense, ReadableUsage, ReportedUsage } from '@ciyuan/modules/usage';
import type { Tx } from '@ciyuan/platform/database';
import { NO_ACCOUNT } from './claim-usage';
import { WriteUsage, type WrittenUsage } from './write-usage';

export interface ClaimsToWrite {
  /** In the order in which it is to be rated. */
  readonly usage: readonly ReportedUsage[];
  readonly accountIdOf: (usage: ReportedUsage) => number | undefined;
}

export interface WrittenClaims {
  readonly charged: WrittenUsage['charged'];
  readonly suspended: readonly OpenedSuspense[];
}

const NOTHING: WrittenUsage = { charged: new Map(), suspended: [] };

/** Charges what of claimed usage can be charged, inside the caller's transaction; says what the rest waits for. */
@Injectable()
export class WriteClaimedUsage {
  constructor(private readonly writeUsage: WriteUsage) {}

  async run(tx: Tx, { usage, accountIdOf }: ClaimsToWrite): Promise<WrittenClaims> {
    const readable = usage.filter((one) => one.isReadable);
    const written =
      readable.length === 0 ? NOTHING : await this.writeUsage.run(tx, { usage: readable, accountIdOf });
    const waiting = [...unreadable(usage), ...unchargeable(readable, written)];
    return {
      charged: written.charged,
      suspended: waiting.map((one) => ({ ...one, accountId: accountIdOf(one.usage) ?? NO_ACCOUNT })),
    };
  }
}

type Waiting = Omit<OpenedSuspense, 'accountId'>;

function unreadable(usage: readonly ReportedUsage[]): Waiting[] {
  return usage.flatMap((one): Waiting[] =>
    one.isReadable ? [] : [{ usage: one, reason: 'unreadable_usage', detail: one.fault }],
  );
}

function unchargeable(readable: readonly ReadableUsage[], { suspended }: WrittenUsage): Waiting[] {
  if (suspended.length === 0) return [];
  const reported = new Map(readable.map((one) => [one.record, one]));
  return suspended.map(({ record, reason, detail }) => ({
    usage: reported.get(record) as ReadableUsage,
    reason,
    detail,
  }));
}
