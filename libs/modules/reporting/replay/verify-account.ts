import { Injectable } from '@nestjs/common';
import { AccountReplay, type AccountFacts, type ChargeDecision } from '@ciyuan/core/charging';
import type { Tx } from '@ciyuan/platform/database';
import { Comparison, JournalLook, type AccountVerdict } from './comparison';
import { AccountLogStore } from './account-log.store';
import { CorrectedFigures } from './corrected-figures';
import { figuresOfAccount, figuresOfWrite } from './computed-figures';
import type { FigureRows } from './figures';
import { ReadAccountLog, type LoggedWrite } from './read-account-log';
import { StoredFiguresStore } from './stored-figures.store';

/** Computes an account again from its first event on, and compares every figure of it that is stored. */
@Injectable()
export class VerifyAccount {
  constructor(
    private readonly log: AccountLogStore,
    private readonly readAccountLog: ReadAccountLog,
    private readonly stored: StoredFiguresStore,
  ) {}

  /** `onDecision` is given what each write must have come to for this account. */
  async run(
    tx: Tx,
    facts: AccountFacts,
    onDecision: (decision: ChargeDecision) => void,
  ): Promise<AccountVerdict> {
    const replay = new AccountReplay(facts, await this.log.isCorrected(tx, facts.id));
    const tally = new Comparison();
    const whole: FigureRows = new Map();
    const corrected = new CorrectedFigures(facts.id);
    const journals = new JournalLook(this.stored, tx, facts.id, tally);
    for await (const write of this.readAccountLog.run(tx, facts)) {
      if (!write.isOnRecord) tally.missing(`account_write ${write.batchId}`);
      const decided = replay.write(write.log);
      if (!decided.ok) {
        const { sequence, detail } = decided.refusal;
        tally.fault(`account ${facts.id}/${sequence}`, detail);
        return tally.verdict();
      }
      onDecision(decided.value);
      const computed = figuresOfWrite(facts.id, write.batchId ?? 0, decided.value);
      tally.compare(recordRows(facts.id, write), only(computed, 'usage_record'));
      tally.reported(facts.id, write.records);
      await journals.look(write.batchId, only(computed, 'journal_line'));
      corrected.add(write.batchId ?? 0, decided.value, replay.account.nextSequence - 1);
      for (const [key, row] of computed) if (!isStreamed(key)) whole.set(key, row);
    }
    await journals.finish();
    for (const [key, row] of [...figuresOfAccount(replay.account), ...corrected.figures()])
      whole.set(key, row);
    tally.compare(await this.stored.ofAccount(tx, facts.id), whole);
    return tally.verdict();
  }
}

const isStreamed = (key: string): boolean =>
  key.startsWith('usage_record ') || key.startsWith('journal_line ');

const only = (rows: FigureRows, table: string): FigureRows =>
  new Map([...rows].filter(([key]) => key.startsWith(`${table} `)));

const recordRows = (accountId: number, { records }: LoggedWrite): FigureRows =>
  new Map(records.map(({ event, figures }) => [`usage_record ${accountId}/${event.sequence}`, figures]));
