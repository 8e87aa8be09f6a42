import { Injectable } from '@nestjs/common';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, unlessRolledBack, type Tx } from '@ciyuan/platform/database';
import type { ValueFault } from '@ciyuan/platform/validation';
import { checkBooks } from './check-books';
import { CheckTakeOn } from './check-take-on';
import { chunksOf, type Chunk } from './chunks';
import { compareTotals, emptyTotals, plus } from './compare-totals';
import { TakeOnChunk } from './take-on-chunk';
import { readTakeOnFiles, type TakeOnBooks, type TakeOnFile } from './take-on-files';
import type { IdentityOf } from './take-on-lines';
import { refusalOf } from './take-on-refused';
import type { TakeOnReport, TakeOnRun } from './take-on-run';
import { TakeOnRunsStore } from './take-on-runs.store';
import { TakeOnTotalsStore, type StoredTotals } from './take-on-totals.store';

export interface TakeOnToRun {
  readonly files: Readonly<Record<TakeOnFile, Uint8Array>>;
  readonly identityOf: IdentityOf;
  /** Else nothing stays: everything is checked, executed, and rolled back. */
  readonly apply: boolean;
  readonly by: string;
}

type OnProgress = (doneChunks: number, totalChunks: number) => void;
type Answer = Result<TakeOnReport, readonly ValueFault[]>;

/**
 * Takes on customers, accounts, subscriptions and half-used grants as another system leaves them. Applying goes on where
 * it broke off, a chunk in a transaction; the same files again take on nothing more, and compare the totals anew.
 */
@Injectable()
export class TakeOnAccounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly checkTakeOn: CheckTakeOn,
    private readonly takeOnChunk: TakeOnChunk,
    private readonly runs: TakeOnRunsStore,
    private readonly stored: TakeOnTotalsStore,
  ) {}

  async run(
    { files, identityOf, apply, by }: TakeOnToRun,
    onProgress: OnProgress = () => undefined,
  ): Promise<Answer> {
    const read = readTakeOnFiles(files, identityOf);
    if (!read.ok) return read;
    const books = read.value;
    const begun = await this.database.transaction((tx) => this.runs.byDigest(tx, books.digest));
    const faults = await this.faultsOf(books, begun);
    if (faults.length > 0) return refuse(faults);
    const chunks = chunksOf(books);
    const work = { books, by, chunks, onProgress };
    return apply ? this.apply(work) : this.tryOut(work, begun);
  }

  private async faultsOf(books: TakeOnBooks, begun: TakeOnRun | undefined): Promise<ValueFault[]> {
    const faults = checkBooks(books);
    if (faults.length > 0) return faults;
    const now = begun?.startedAt ?? this.clock.now();
    return this.database.transaction((tx) => this.checkTakeOn.run(tx, books, now, begun !== undefined));
  }

  /** Each chunk as it would be taken on, rolled back; of files that were begun with, those that are missing. */
  private async tryOut(
    { books, by, chunks, onProgress }: Work,
    begun: TakeOnRun | undefined,
  ): Promise<Answer> {
    const faults: ValueFault[] = [];
    let totals = begun === undefined ? emptyTotals() : await this.totalsOf(begun.id);
    let chunksNow = 0;
    for (const [index, chunk] of chunks.entries()) {
      onProgress(index, chunks.length);
      const tried = await this.attempt(chunk, faults, () =>
        unlessRolledBack<StoredTotals | undefined>((rollBack) =>
          this.database.retrying(async (tx) => {
            const at = this.clock.now();
            const run = await this.runs.begin(tx, { ...books, chunks: chunks.length, by, at });
            const done = await this.take(tx, run, chunk, { by, at });
            return rollBack(done ? await this.stored.totals(tx, run.id, chunk.number) : undefined);
          }),
        ),
      );
      if (tried === undefined) continue;
      totals = plus(totals, tried);
      chunksNow += 1;
    }
    onProgress(chunks.length, chunks.length);
    if (faults.length > 0) return refuse(faults);
    const compared = compareTotals(books.totals, totals);
    const { digest } = books;
    const runId = begun?.id ?? null;
    return ok({ digest, runId, applied: false, chunks: chunks.length, chunksNow, ...compared });
  }

  private async apply({ books, by, chunks, onProgress }: Work): Promise<Answer> {
    const begin = { ...books, chunks: chunks.length, by, at: this.clock.now() };
    const run = await this.database.retrying((tx) => this.runs.begin(tx, begin));
    const done = await this.database.transaction((tx) => this.runs.done(tx, run.id));
    const faults: ValueFault[] = [];
    let chunksNow = 0;
    for (const chunk of chunks) {
      onProgress(chunk.number - 1, chunks.length);
      if (done.has(chunk.number)) continue;
      const taken = await this.attempt(chunk, faults, () =>
        this.database.retrying((tx) => this.take(tx, run, chunk, { by, at: this.clock.now() })),
      );
      if (taken === true) chunksNow += 1;
    }
    onProgress(chunks.length, chunks.length);
    if (faults.length > 0) return refuse(faults);
    const compared = compareTotals(books.totals, await this.totalsOf(run.id));
    const at = this.clock.now();
    await this.database.retrying((tx) => this.runs.report(tx, run.id, compared.totals, compared.matches, at));
    const { digest } = books;
    return ok({ digest, runId: run.id, applied: true, chunks: chunks.length, chunksNow, ...compared });
  }

  /** False where the chunk was taken on before. */
  private async take(
    tx: Tx,
    run: TakeOnRun,
    chunk: Chunk,
    { by, at }: { readonly by: string; readonly at: Instant },
  ): Promise<boolean> {
    if (!(await this.runs.mark(tx, run.id, chunk.number, at))) return false;
    await this.takeOnChunk.run(tx, chunk, { runId: run.id, chunk: chunk.number, by, at });
    return true;
  }

  private async attempt<T>(
    { number }: Chunk,
    faults: ValueFault[],
    work: () => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      const refused = refusalOf(error);
      if (refused === undefined) throw error;
      faults.push({ path: `chunk.${number}`, code: refused.code, detail: refused.detail });
      return undefined;
    }
  }

  private totalsOf(runId: number): Promise<StoredTotals> {
    return this.database.transaction((tx) => this.stored.totals(tx, runId, null));
  }
}

interface Work {
  readonly books: TakeOnBooks;
  readonly by: string;
  readonly chunks: readonly Chunk[];
  readonly onProgress: OnProgress;
}
