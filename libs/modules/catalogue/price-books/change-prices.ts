import { Injectable } from '@nestjs/common';
import type { DocumentFault, PriceDifference } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { changePrices, type PriceChange, type PriceChangeFault } from '@ciyuan/core/rating';
import { Database, type Tx } from '@ciyuan/platform/database';
import { CatalogueDocumentsStore } from '../catalogue-documents.store';
import { readBody } from '../document-body';
import type { PublicationRefusal } from '../publication';
import { versionAt } from '../version-at';
import { VersionGate } from '../version-gate';
import type { BookBody, BookKind } from './book-kind';

export interface PriceBookChange extends PriceChange {
  /** What customers pay, unless said otherwise. */
  readonly kind?: BookKind;
  readonly code: string;
}

/** The next version as it could be saved. Nothing of it is stored. */
export interface PreparedVersion {
  /** The version in force as the new one begins. */
  readonly basedOn: number;
  readonly body: BookBody;
  /** How many entries are left out, because they end before the new version begins. */
  readonly dropped: number;
  readonly differences: readonly PriceDifference[];
}

export type PriceChangeRefusal =
  | { readonly code: 'not_in_force' | PriceChangeFault }
  | { readonly code: PublicationRefusal['code']; readonly faults: readonly DocumentFault[] };

/** Prepares the next version of a price book with its prices changed by per cent, and shows what would be another. */
@Injectable()
export class ChangePrices {
  constructor(
    private readonly database: Database,
    private readonly documents: CatalogueDocumentsStore,
    private readonly gate: VersionGate,
  ) {}

  run(change: PriceBookChange): Promise<Result<PreparedVersion, PriceChangeRefusal>> {
    return this.database.transaction((tx) => this.prepare(tx, change));
  }

  private async prepare(
    tx: Tx,
    { kind = 'price_book', code, ...change }: PriceBookChange,
  ): Promise<Result<PreparedVersion, PriceChangeRefusal>> {
    const versions = await this.documents.versions(tx, kind, code);
    const base = versionAt(versions, change.from);
    if (base === undefined) return refuse({ code: 'not_in_force' });
    const changed = changePrices(base.body, change);
    if (!changed.ok) return refuse({ code: changed.refusal });
    const read = readBody<BookKind>(kind, changed.value.body);
    if (!read.ok) return read;
    const candidate = { kind, body: read.value, effectiveFrom: change.from };
    const checked = await this.gate.check(tx, candidate);
    return checked.ok ? ok({ basedOn: base.version, ...changed.value }) : checked;
  }
}
