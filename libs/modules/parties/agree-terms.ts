import { Injectable } from '@nestjs/common';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { PartiesStore } from './parties.store';
import type { AgreedTerms } from './party-terms';
import { PartyTermsStore } from './party-terms.store';

export interface TermsToAgree
  extends Pick<
    AgreedTerms,
    'party' | 'disputeDays' | 'minimumPayoutFen' | 'paymentDays' | 'legalEntity' | 'bankAccount'
  > {
  /** From now on, where none is named. */
  readonly effectiveFrom?: Instant;
  readonly by: string;
}

export type TermsRefusal =
  | { readonly code: 'unknown_party' }
  /** Statements issued before keep the terms that they were issued under. */
  | { readonly code: 'in_the_past' }
  /** Others begin at that instant, or later. */
  | { readonly code: 'not_the_latest' };

/** Agrees terms with a party, from an instant on that has not passed and is after all that was agreed before. */
@Injectable()
export class AgreeTerms {
  constructor(
    private readonly database: Database,
    private readonly parties: PartiesStore,
    private readonly terms: PartyTermsStore,
    private readonly clock: Clock,
  ) {}

  run(wanted: TermsToAgree): Promise<Result<AgreedTerms, TermsRefusal>> {
    return this.database.retrying((tx) => this.agree(tx, wanted));
  }

  private async agree(
    tx: Tx,
    { by, effectiveFrom, ...wanted }: TermsToAgree,
  ): Promise<Result<AgreedTerms, TermsRefusal>> {
    if ((await this.parties.byCode(tx, wanted.party)) === undefined) return refuse({ code: 'unknown_party' });
    const agreedAt = this.clock.now();
    const from = effectiveFrom ?? agreedAt;
    if (from < agreedAt) return refuse({ code: 'in_the_past' });
    const before = (await this.terms.ofParty(tx, wanted.party)).at(-1);
    if (before !== undefined && before.effectiveFrom >= from) return refuse({ code: 'not_the_latest' });
    const number = (before?.number ?? 0) + 1;
    const agreed = { ...wanted, number, effectiveFrom: from, agreedAt, agreedBy: by };
    return (await this.terms.add(tx, agreed)) ? ok(agreed) : refuse({ code: 'not_the_latest' });
  }
}
