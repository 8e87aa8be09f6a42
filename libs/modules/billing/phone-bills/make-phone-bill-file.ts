import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  CHARGE_CODES,
  descriptionOf,
  phoneBillContent,
  phoneBillDetails,
  sumsOf,
  type PhoneBillLine,
} from '@ciyuan/core/billing';
import { monthOf, ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { PartiesStore } from '@ciyuan/modules/parties';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { BillRunsStore } from '../bill-runs.store';
import { DuePartsStore } from './due-parts.store';
import type { DuePart, PhoneBillFile, PhoneBillRefusal } from './phone-bill-file';
import { PhoneBillFilesStore } from './phone-bill-files.store';

export interface PhoneBillToMake {
  /** Documents that became final before it. */
  readonly cutOff: Instant;
  readonly currency: string;
  readonly by: string;
}

/** Makes the next file for the carrier, of what no earlier one has handed over. */
@Injectable()
export class MakePhoneBillFile {
  constructor(
    private readonly database: Database,
    private readonly runs: BillRunsStore,
    private readonly parties: PartiesStore,
    private readonly parts: DuePartsStore,
    private readonly files: PhoneBillFilesStore,
    private readonly clock: Clock,
  ) {}

  run(wanted: PhoneBillToMake): Promise<Result<PhoneBillFile, PhoneBillRefusal>> {
    return this.database.retrying((tx) => this.make(tx, wanted));
  }

  private async make(
    tx: Tx,
    { cutOff, currency, by }: PhoneBillToMake,
  ): Promise<Result<PhoneBillFile, PhoneBillRefusal>> {
    await this.runs.lock(tx);
    const createdAt = this.clock.now();
    if (cutOff > createdAt) return refuse({ code: 'cut_off_in_the_future' });
    const due = await this.parts.due(tx, currency, cutOff);
    if (due.length === 0) return refuse({ code: 'nothing_to_hand_over' });
    const lines = due.map(lineOf);
    const details = phoneBillDetails(lines);
    const header = {
      sender: await this.sender(tx),
      sequence: await this.files.nextSequence(tx),
      createdAt,
      period: monthOf(OPERATOR_ZONE, cutOff - 1),
      currency,
    };
    const detailsSha256 = createHash('sha256').update(details).digest('hex');
    const file = { ...header, ...sumsOf(lines), cutOff, detailsSha256, createdBy: by };
    const content = phoneBillContent(header, details, file, detailsSha256);
    await this.files.add(tx, { file, content, lines, accountIds: due.map(({ accountId }) => accountId) });
    return ok(file);
  }

  private async sender(tx: Tx): Promise<string> {
    const parties = await this.parties.list(tx);
    return parties.find(({ kinds }) => kinds.includes('operator'))?.code ?? 'operator';
  }
}

const lineOf = ({ accountId: _accountId, month, ...part }: DuePart, index: number): PhoneBillLine => ({
  ...part,
  line: index + 1,
  description: descriptionOf(part.kind, month),
  chargeCode: CHARGE_CODES[part.kind],
});
