import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { AgreedTerms } from './party-terms';
import { PartiesStore } from './parties.store';
import { PartyTermsStore } from './party-terms.store';

/** All that was agreed with a party, the earliest first; undefined where nobody has this code. */
@Injectable()
export class ListTerms {
  constructor(
    private readonly database: Database,
    private readonly parties: PartiesStore,
    private readonly terms: PartyTermsStore,
  ) {}

  run(party: string): Promise<AgreedTerms[] | undefined> {
    return this.database.transaction(async (tx) =>
      (await this.parties.byCode(tx, party)) === undefined ? undefined : this.terms.ofParty(tx, party),
    );
  }
}
