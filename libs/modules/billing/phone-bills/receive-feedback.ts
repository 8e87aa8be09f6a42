import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import type { ValueFault } from '@ciyuan/platform/validation';
import { BillRunsStore } from '../bill-runs.store';
import { TakePayment } from '../payments/take-payment';
import { TryChange } from '../try-change';
import { FeedbackStore, type FeedbackLineToAdd } from './feedback.store';
import { MatchFeedback, type MatchedLine } from './match-feedback';
import {
  isCollected,
  lineFault,
  type FeedbackHeader,
  type FeedbackReceived,
  type FeedbackRefusal,
} from './phone-bill-feedback';
import { readFeedbackFile, type FeedbackFile } from './read-feedback-file';

export interface FeedbackToReceive {
  readonly bytes: Uint8Array;
  readonly by: string;
}

interface Received {
  readonly file: FeedbackFile;
  readonly content: string;
  readonly contentSha256: string;
  readonly by: string;
}

/** Books what a carrier collected, line by line as payments, and keeps what it did not. All of a file, or nothing. */
@Injectable()
export class ReceiveFeedback {
  constructor(
    private readonly tryChange: TryChange,
    private readonly runs: BillRunsStore,
    private readonly feedback: FeedbackStore,
    private readonly matchFeedback: MatchFeedback,
    private readonly takePayment: TakePayment,
  ) {}

  async run({ bytes, by }: FeedbackToReceive): Promise<Result<FeedbackReceived, FeedbackRefusal>> {
    const file = readFeedbackFile(bytes);
    if (!file.ok) return invalid(file.refusal);
    const content = Buffer.from(bytes).toString('utf8');
    if (content.includes('\0'))
      return invalid([lineFault(1, 'record', 'not_text', 'a character of number 0')]);
    const contentSha256 = createHash('sha256').update(content).digest('hex');
    const received = { file: file.value, content, contentSha256, by };
    return this.tryChange.run(false, (tx, now) => this.receive(tx, received, now));
  }

  private async receive(
    tx: Tx,
    { file, content, contentSha256, by }: Received,
    now: Instant,
  ): Promise<Result<FeedbackReceived, FeedbackRefusal>> {
    await this.runs.lock(tx);
    const known = await this.feedback.bySequence(tx, file.header.sequence);
    if (known !== undefined) {
      if (known.contentSha256 !== contentSha256) return refuse({ code: 'sequence_used' });
      return ok({ feedback: known, lines: await this.feedback.lines(tx, known.number), isNew: false });
    }
    const matched = await this.matchFeedback.run(tx, file, now);
    if (!matched.ok) return invalid(matched.refusal);
    const booked = await this.book(tx, file.header, matched.value, { by, now });
    if (!booked.ok) return invalid(booked.refusal);
    const lines = booked.value;
    const feedback = {
      ...file.header,
      number: await this.feedback.nextNumber(tx),
      lineCount: lines.length,
      amountFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0n),
      contentSha256,
      receivedAt: now,
      receivedBy: by,
    };
    await this.feedback.add(tx, feedback, content, lines);
    return ok({ feedback, lines: await this.feedback.lines(tx, feedback.number), isNew: true });
  }

  /** Accounts in the order of their ids, as everybody locks them. */
  private async book(
    tx: Tx,
    { sequence, currency }: FeedbackHeader,
    lines: readonly MatchedLine[],
    { by, now }: { readonly by: string; readonly now: Instant },
  ): Promise<Result<FeedbackLineToAdd[], readonly ValueFault[]>> {
    const added: FeedbackLineToAdd[] = [];
    for (const { at, ...line } of lines.toSorted((a, b) => a.accountId - b.accountId || a.line - b.line)) {
      if (!isCollected(line)) {
        added.push({ ...line, payment: null });
        continue;
      }
      const { account, amountFen, document: invoice } = line;
      const told = { account, currency, amountFen, at, invoice, by, reference: `${sequence}-${line.line}` };
      const taken = await this.takePayment.run(tx, { ...told, method: 'phone_bill' }, now);
      if (!taken.ok)
        return refuse([lineFault(line.line + 1, 'invoice', taken.refusal.code, 'it cannot be booked')]);
      added.push({ ...line, payment: taken.value.payment.number });
    }
    return ok(added);
  }
}

const invalid = (faults: readonly ValueFault[]): Result<never, FeedbackRefusal> =>
  refuse({ code: 'invalid_file', faults });
