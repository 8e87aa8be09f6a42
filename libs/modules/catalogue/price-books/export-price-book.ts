import { Injectable } from '@nestjs/common';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { CatalogueDocumentsStore } from '../catalogue-documents.store';
import { versionAt } from '../version-at';
import type { BookKind } from './book-kind';
import { writePriceFile, type PriceFormat } from './price-file';

export interface PriceBookToExport {
  readonly kind: BookKind;
  readonly code: string;
  /** The one in force now, where none is named. */
  readonly version?: number;
  readonly format: PriceFormat;
}

export interface ExportedPriceBook {
  readonly version: number;
  readonly bytes: Uint8Array;
}

/** A version of a price book, or of a cost book, as a file that a person can edit and import again; undefined where there is none. */
@Injectable()
export class ExportPriceBook {
  constructor(
    private readonly database: Database,
    private readonly documents: CatalogueDocumentsStore,
    private readonly clock: Clock,
  ) {}

  async run({ kind, code, version, format }: PriceBookToExport): Promise<ExportedPriceBook | undefined> {
    const versions = await this.database.transaction((tx) => this.documents.versions(tx, kind, code));
    const chosen =
      version === undefined
        ? versionAt(versions, this.clock.now())
        : versions.find((one) => one.version === version);
    if (chosen === undefined) return undefined;
    return { version: chosen.version, bytes: await writePriceFile(format, chosen.body, chosen.createdAt) };
  }
}
