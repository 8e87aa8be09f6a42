import { Injectable } from '@nestjs/common';
import type { AccountReplay } from '@ciyuan/core/charging';
import type { Tx } from '@ciyuan/platform/database';
import type { LoggedCorrection } from './account-log.store';
import { figuresOfWrite } from './computed-figures';
import { brokenRow, compareFigures, type FigureDifference, type FigureRows } from './figures';
import type { LoggedWrite } from './read-account-log';
import { StoredFiguresStore } from './stored-figures.store';

export interface CorrectionsToRetell {
  /** As the record's own write left the account. */
  readonly replay: AccountReplay;
  /** What comes after that write. */
  readonly writes: AsyncGenerator<LoggedWrite>;
  readonly corrections: readonly LoggedCorrection[];
}

/** Goes on from a record's write to the last entry that corrected it, and compares each of them with what is stored. */
@Injectable()
export class RetellCorrections {
  constructor(private readonly stored: StoredFiguresStore) {}

  async run(tx: Tx, { replay, writes, corrections }: CorrectionsToRetell): Promise<FigureDifference[]> {
    const last = corrections.at(-1)?.sequence;
    if (last === undefined) return [];
    const accountId = replay.account.id;
    const isOf = entriesOf(
      accountId,
      corrections.map(({ sequence }) => sequence),
    );
    const computed: FigureRows = new Map();
    while (replay.account.nextSequence <= last) {
      const next = await writes.next();
      if (next.done === true) break;
      const decided = replay.write(next.value.log);
      if (!decided.ok) {
        const { sequence, detail } = decided.refusal;
        return [brokenRow(`account ${accountId}/${sequence}`, detail)];
      }
      const figures = figuresOfWrite(accountId, next.value.batchId ?? 0, decided.value);
      for (const [key, row] of figures) if (isOf(key)) computed.set(key, row);
    }
    const all = await this.stored.ofAccount(tx, accountId);
    return compareFigures(new Map([...all].filter(([key]) => isOf(key))), computed);
  }
}

/** Whether a figure is of one of these numbers: the entry itself, what it gave back or drew, and what it moved. */
function entriesOf(accountId: number, sequences: readonly number[]): (key: string) => boolean {
  const tables = ['usage_correction', 'grant_movement', 'cost_suspense', 'commitment_entry'];
  const heads = new Set(tables.flatMap((table) => sequences.map((one) => `${table} ${accountId}/${one}`)));
  return (key) => heads.has(key.split(' ', 2).join(' '));
}
