import { Injectable } from '@nestjs/common';
import { compareBooks, type DocumentFault, type PriceDifference } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { CatalogueDocumentsStore } from '../catalogue-documents.store';
import { readBody } from '../document-body';
import { versionAt } from '../version-at';
import { VersionGate } from '../version-gate';
import { bookKindOf, type BookBody, type BookKind } from './book-kind';
import { MOST_FAULTS } from './price-columns';
import { readPriceFile, type PriceFormat } from './price-file';

export interface PriceFile {
  readonly format: PriceFormat;
  readonly bytes: Uint8Array;
}

export interface ImportedPriceBook {
  readonly kind: BookKind;
  /** As it would be saved. */
  readonly body: BookBody;
  /** The version in force now that it was compared with; null where the book is a new one. */
  readonly comparedWith: number | null;
  readonly differences: readonly PriceDifference[];
}

type Answer = Result<ImportedPriceBook, readonly DocumentFault[]>;

/**
 * Reads a file of prices as the body of a price book, or of a cost book where it names a party, with what it would change. Stores nothing; a file with one fault gives
 * no body, but each of its faults with its sheet, line and column.
 */
@Injectable()
export class ImportPriceBook {
  constructor(
    private readonly database: Database,
    private readonly documents: CatalogueDocumentsStore,
    private readonly gate: VersionGate,
    private readonly clock: Clock,
  ) {}

  async run({ format, bytes }: PriceFile): Promise<Answer> {
    const file = await readPriceFile(format, bytes);
    if (!file.ok) return file;
    const kind = bookKindOf(file.value.body);
    const read = readBody<BookKind>(kind, file.value.body);
    const answer = read.ok
      ? await this.database.transaction((tx) => this.compare(tx, kind, read.value))
      : refuse(read.refusal.faults);
    return answer.ok
      ? answer
      : refuse(answer.refusal.slice(0, MOST_FAULTS).map((fault) => file.value.placed(fault)));
  }

  private async compare(tx: Tx, kind: BookKind, body: BookBody): Promise<Answer> {
    const effectiveFrom = this.clock.now();
    const versions = await this.documents.versions(tx, kind, body.code);
    const current = versionAt(versions, effectiveFrom);
    const checked = await this.gate.check(tx, { kind, body, effectiveFrom });
    // When the version may begin is for those to say who save it.
    if (!checked.ok && checked.refusal.code === 'invalid') return refuse(checked.refusal.faults);
    const before = current?.body ?? { ...body, entries: [], multipliers: [], tiers: [] };
    return ok({
      kind,
      body,
      comparedWith: current?.version ?? null,
      differences: compareBooks(before, body),
    });
  }
}
