import { Injectable } from '@nestjs/common';
import type { PartnerContract } from '@ciyuan/core/catalogue';
import type { Instant } from '@ciyuan/core/kernel';
import { CatalogueDocumentsStore } from '@ciyuan/modules/catalogue';
import { PartiesStore } from '@ciyuan/modules/parties';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { ReadOutstanding, type Outstanding } from './read-outstanding';
import { contractAt, termsAt, type StatementTerms } from './statement-terms';

/** What is in force with a party now, and what it comes to by what was issued. */
export interface TermsRead extends Outstanding {
  readonly party: string;
  /** Null where no contract is in force. */
  readonly contract: {
    readonly version: number;
    readonly effectiveFrom: Instant;
    readonly body: PartnerContract;
  } | null;
  readonly terms: StatementTerms;
}

/** Reads what is agreed with a party; undefined where nobody has this code. */
@Injectable()
export class ReadTerms {
  constructor(
    private readonly database: Database,
    private readonly parties: PartiesStore,
    private readonly documents: CatalogueDocumentsStore,
    private readonly readOutstanding: ReadOutstanding,
    private readonly clock: Clock,
  ) {}

  run(party: string): Promise<TermsRead | undefined> {
    return this.database.snapshot(async (tx) => {
      if ((await this.parties.byCode(tx, party)) === undefined) return undefined;
      const now = this.clock.now();
      const versions = await this.documents.versions(tx, 'contract', party);
      const contract = contractAt(versions, now) ?? null;
      const outstanding = await this.readOutstanding.run(tx, party);
      return { party, contract, terms: termsAt(versions, now), ...outstanding };
    });
  }
}
