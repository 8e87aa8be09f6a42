import { Injectable } from '@nestjs/common';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { PartiesStore } from '@ciyuan/modules/parties';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { ReconciliationAgreement } from './agreement';
import { ReconciliationAgreementsStore } from './reconciliation-agreements.store';

export interface AgreementToMake extends Pick<ReconciliationAgreement, 'party' | 'tolerances' | 'columns'> {
  /** From now on, where none is named. */
  readonly effectiveFrom?: Instant;
  readonly by: string;
}

export type AgreementRefusal =
  | { readonly code: 'unknown_party' }
  /** Files that came before keep the tolerances that they were compared with. */
  | { readonly code: 'in_the_past' }
  /** Another begins at that instant, or later. */
  | { readonly code: 'not_the_latest' };

/** Agrees tolerances and columns with a party, from an instant on that is after all that was agreed before. */
@Injectable()
export class AgreeReconciliation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly parties: PartiesStore,
    private readonly agreements: ReconciliationAgreementsStore,
  ) {}

  run(wanted: AgreementToMake): Promise<Result<ReconciliationAgreement, AgreementRefusal>> {
    return this.database.retrying((tx) => this.agree(tx, wanted));
  }

  private async agree(
    tx: Tx,
    { by, effectiveFrom, ...wanted }: AgreementToMake,
  ): Promise<Result<ReconciliationAgreement, AgreementRefusal>> {
    if ((await this.parties.byCode(tx, wanted.party)) === undefined) return refuse({ code: 'unknown_party' });
    const agreedAt = this.clock.now();
    const from = effectiveFrom ?? agreedAt;
    if (from < agreedAt) return refuse({ code: 'in_the_past' });
    const before = (await this.agreements.ofParty(tx, wanted.party)).at(-1);
    if (before !== undefined && before.effectiveFrom >= from) return refuse({ code: 'not_the_latest' });
    const number = (before?.number ?? 0) + 1;
    const agreed = { ...wanted, number, effectiveFrom: from, agreedAt, agreedBy: by };
    return (await this.agreements.add(tx, agreed)) ? ok(agreed) : refuse({ code: 'not_the_latest' });
  }
}
