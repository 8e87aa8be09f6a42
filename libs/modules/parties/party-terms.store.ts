import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import type { AgreedTerms } from './party-terms';

interface TermsRow {
  party: string;
  number: number;
  effective_from: Date;
  dispute_days: number;
  minimum_payout_fen: string;
  payment_days: number;
  legal_entity: string;
  bank_account: string;
  agreed_at: Date;
  agreed_by: string;
}

/** Terms of parties; added and never changed, each sealed with the one before. */
@Injectable()
export class PartyTermsStore {
  /** Adds them unless somebody else has added terms of this number in between; says whether it did. */
  async add(tx: Tx, terms: AgreedTerms): Promise<boolean> {
    const rows = await tx.rows(
      `INSERT INTO ciyuan.party_terms
       SELECT (jsonb_populate_record(t, jsonb_build_object('digest', ciyuan.chained_digest(coalesce(
                 (SELECT p.digest FROM ciyuan.party_terms AS p WHERE p.party = t.party AND p.number = t.number - 1),
                 ''), t)))).*
         FROM jsonb_populate_record(NULL::ciyuan.party_terms, $1) AS t
       ON CONFLICT DO NOTHING RETURNING number`,
      [JSON.stringify(columnsOf(terms))],
    );
    return rows.length === 1;
  }

  /** The earliest first. */
  async ofParty(tx: Tx, party: string): Promise<AgreedTerms[]> {
    const rows = await tx.rows<TermsRow>(
      'SELECT * FROM ciyuan.party_terms WHERE party = $1 ORDER BY number',
      [party],
    );
    return rows.map(read);
  }
}

const columnsOf = (terms: AgreedTerms) => ({
  party: terms.party,
  number: terms.number,
  effective_from: new Date(terms.effectiveFrom),
  dispute_days: terms.disputeDays,
  minimum_payout_fen: String(terms.minimumPayoutFen),
  payment_days: terms.paymentDays,
  legal_entity: terms.legalEntity,
  bank_account: terms.bankAccount,
  agreed_at: new Date(terms.agreedAt),
  agreed_by: terms.agreedBy,
});

const read = (row: TermsRow): AgreedTerms => ({
  party: row.party,
  number: row.number,
  effectiveFrom: row.effective_from.getTime(),
  disputeDays: row.dispute_days,
  minimumPayoutFen: BigInt(row.minimum_payout_fen),
  paymentDays: row.payment_days,
  legalEntity: row.legal_entity,
  bankAccount: row.bank_account,
  agreedAt: row.agreed_at.getTime(),
  agreedBy: row.agreed_by,
});
