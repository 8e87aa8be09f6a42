import { Injectable } from '@nestjs/common';
import {
  AccountReplay,
  explainCharge,
  type ReplayedWrite,
  type ChargeExplanation,
  type JournalLine,
} from '@ciyuan/core/charging';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import type { ExplainedShare } from '@ciyuan/core/settlement';
import type { UsageRecord } from '@ciyuan/core/usage';
import { Database, type Tx } from '@ciyuan/platform/database';
import {
  AccountLogStore,
  type LoggedCorrection,
  type RecordIdentity,
  type RecordPlace,
} from './replay/account-log.store';
import { CheckExplained } from './replay/check-explained';
import type { FigureDifference } from './replay/figures';
import { ReadAccountLog, type LoggedWrite } from './replay/read-account-log';
import { RetellCorrections } from './replay/retell-corrections';
import { ShareRecord } from './replay/share-record';

/** Why a record was charged as it was: everything computed again with what its write knew. */
export interface ExplainedRecord {
  readonly record: UsageRecord;
  readonly accountId: number;
  readonly sequence: number;
  readonly batchId: number;
  /** Of the catalogue that rated it. */
  readonly catalogueEpoch: number;
  readonly usageMonth: string;
  readonly accountingMonth: string;
  readonly charge: ChargeExplanation;
  readonly shares: readonly ExplainedShare[];
  /** The record's own part of the compound journal of its write. */
  readonly journal: readonly JournalLine[];
  /** What took this back since, or stated it anew; the record is void where a reversal is the last. */
  readonly corrections: readonly LoggedCorrection[];
  /**
   * Where what is stored is not what was computed: of the record, its movements, the journal of its write, and of the
   * entries that corrected it.
   */
  readonly differences: readonly FigureDifference[];
}

export type ExplanationRefusal =
  | { readonly code: 'not_found' }
  /** What is stored before the record cannot have come about. */
  | { readonly code: 'broken_history'; readonly sequence: number; readonly detail: string };

/** What the record's own write came to: before it, by it, after it. */
interface RetoldAlone {
  readonly write: LoggedWrite & { readonly batchId: number };
  readonly own: ReplayedWrite;
  readonly whole: readonly ReplayedWrite[];
  readonly charge: ChargeExplanation;
}

interface Retold extends RetoldAlone {
  readonly corrections: readonly LoggedCorrection[];
  readonly correctionDifferences: readonly FigureDifference[];
}

/** Explains one charged record, by replaying its account from its first event to the record's write. */
@Injectable()
export class ExplainRecord {
  constructor(
    private readonly database: Database,
    private readonly log: AccountLogStore,
    private readonly readAccountLog: ReadAccountLog,
    private readonly shareRecord: ShareRecord,
    private readonly checkExplained: CheckExplained,
    private readonly retellCorrections: RetellCorrections,
  ) {}

  run(identity: RecordIdentity): Promise<Result<ExplainedRecord, ExplanationRefusal>> {
    return this.database.snapshot(async (tx) => {
      const place = await this.log.placeOf(tx, identity);
      if (place === undefined) return refuse({ code: 'not_found' });
      const retold = await this.retell(tx, place);
      return retold.ok ? ok(await this.explain(tx, place, retold.value)) : retold;
    });
  }

  private async explain(tx: Tx, { accountId }: RecordPlace, retold: Retold): Promise<ExplainedRecord> {
    const { write, own, whole, charge, corrections } = retold;
    const [charged] = own.charged;
    if (charged === undefined) throw new Error('a replayed record came to nothing');
    return {
      record: charged.record,
      accountId,
      sequence: charged.sequence,
      batchId: write.batchId,
      catalogueEpoch: write.log.catalogue.epoch,
      usageMonth: charged.usageMonth,
      accountingMonth: charged.accountingMonth,
      charge,
      shares: await this.shareRecord.run(tx, own.rollups),
      journal: own.journals,
      corrections,
      differences: [
        ...(await this.checkExplained.run(tx, { accountId, write, own, whole })),
        ...retold.correctionDifferences,
      ],
    };
  }

  private async retell(
    tx: Tx,
    { accountId, sequence }: RecordPlace,
  ): Promise<Result<Retold, ExplanationRefusal>> {
    const facts = await this.log.facts(tx, accountId);
    if (facts === undefined) return refuse({ code: 'not_found' });
    const replay = new AccountReplay(facts, await this.log.isCorrected(tx, facts.id));
    const writes = this.readAccountLog.run(tx, facts);
    for await (const write of writes) {
      const at = write.log.events.findIndex((event) => event.sequence === sequence);
      if (at >= 0) {
        const retold = retellWrite(replay, write, at);
        if (!retold.ok) return retold;
        const corrections = await this.log.correctionsOf(tx, { accountId, sequence });
        const correctionDifferences = await this.retellCorrections.run(tx, { replay, writes, corrections });
        return ok({ ...retold.value, corrections, correctionDifferences });
      }
      const decided = replay.write(write.log);
      if (!decided.ok) return refuse({ code: 'broken_history', ...decided.refusal });
    }
    return refuse({ code: 'not_found' });
  }
}

/** The write in three parts, so that what the record booked by itself can be told from the rest. */
function retellWrite(
  replay: AccountReplay,
  write: LoggedWrite,
  at: number,
): Result<RetoldAlone, ExplanationRefusal> {
  const { events, catalogue } = write.log;
  const { batchId } = write;
  if (batchId === null) throw new Error('a record is of a write');
  let charge: ChargeExplanation | undefined;
  const whole: ReplayedWrite[] = [];
  for (const part of [events.slice(0, at), events.slice(at, at + 1), events.slice(at + 1)]) {
    const decided = replay.write({ ...write.log, events: part }, (account, record, plan) => {
      if (whole.length === 1) charge = explainCharge(account, record, plan, catalogue);
    });
    if (!decided.ok) return refuse({ code: 'broken_history', ...decided.refusal });
    whole.push(decided.value);
  }
  const own = whole[1];
  if (own === undefined || charge === undefined) throw new Error('a replayed record was not watched');
  return ok({ write: { ...write, batchId }, own, whole, charge });
}
