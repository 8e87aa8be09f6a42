import { Injectable } from '@nestjs/common';
import { PartiesStore } from '@ciyuan/modules/parties';
import { Database } from '@ciyuan/platform/database';
import type { ReconciliationAgreement } from './agreement';
import { ReconciliationAgreementsStore } from './reconciliation-agreements.store';

/** All that was agreed with a party, the earliest first; undefined where nobody has this code. */
@Injectable()
export class ListAgreements {
  constructor(
    private readonly database: Database,
    private readonly parties: PartiesStore,
    private readonly agreements: ReconciliationAgreementsStore,
  ) {}

  run(party: string): Promise<ReconciliationAgreement[] | undefined> {
    return this.database.transaction(async (tx) =>
      (await this.parties.byCode(tx, party)) === undefined ? undefined : this.agreements.ofParty(tx, party),
    );
  }
}
