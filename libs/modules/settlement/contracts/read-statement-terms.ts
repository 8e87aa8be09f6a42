import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import { CatalogueDocumentsStore } from '@ciyuan/modules/catalogue';
import type { Tx } from '@ciyuan/platform/database';
import { termsAt, type StatementTerms } from './statement-terms';

/** Reads a party's contract, and answers with the terms of each instant that is asked for. */
@Injectable()
export class ReadStatementTerms {
  constructor(private readonly documents: CatalogueDocumentsStore) {}

  async run(tx: Tx, party: string): Promise<(at: Instant) => StatementTerms> {
    const versions = await this.documents.versions(tx, 'contract', party);
    return (at) => termsAt(versions, at);
  }
}
