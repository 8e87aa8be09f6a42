import { Injectable } from '@nestjs/common';
import type { ToleranceRule } from '@ciyuan/core/reconciliation';
import type { Tx } from '@ciyuan/platform/database';
import { shortest, type ReconciliationAgreement, type Tolerances } from './agreement';
import type { Columns } from './file/file-columns';

/** Tolerances as agreements and runs keep them. */
export interface ToleranceRow {
  token_absolute: string;
  token_relative: string;
  token_rule: ToleranceRule;
  money_absolute: string;
  money_relative: string;
  money_rule: ToleranceRule;
}

interface AgreementRow extends ToleranceRow {
  party: string;
  number: number;
  effective_from: Date;
  columns: Columns;
  agreed_at: Date;
  agreed_by: string;
}

/** Agreements on reconciliation; added and never changed, each sealed with the one before. */
@Injectable()
export class ReconciliationAgreementsStore {
  /** Adds it unless somebody else has added one of this number in between; says whether it did. */
  async add(tx: Tx, agreement: ReconciliationAgreement): Promise<boolean> {
    const rows = await tx.rows(
      `INSERT INTO ciyuan.reconciliation_agreement
       SELECT (jsonb_populate_record(t, jsonb_build_object('digest', ciyuan.chained_digest(coalesce(
                 (SELECT p.digest FROM ciyuan.reconciliation_agreement AS p
                   WHERE p.party = t.party AND p.number = t.number - 1), ''), t)))).*
         FROM jsonb_populate_record(NULL::ciyuan.reconciliation_agreement, $1) AS t
       ON CONFLICT DO NOTHING RETURNING number`,
      [JSON.stringify(columnsOf(agreement))],
    );
    return rows.length === 1;
  }

  /** The earliest first. */
  async ofParty(tx: Tx, party: string): Promise<ReconciliationAgreement[]> {
    const rows = await tx.rows<AgreementRow>(
      'SELECT * FROM ciyuan.reconciliation_agreement WHERE party = $1 ORDER BY number',
      [party],
    );
    return rows.map((row) => ({
      party: row.party,
      number: row.number,
      effectiveFrom: row.effective_from.getTime(),
      tolerances: tolerancesOf(row),
      columns: row.columns,
      agreedAt: row.agreed_at.getTime(),
      agreedBy: row.agreed_by,
    }));
  }
}

const columnsOf = (agreement: ReconciliationAgreement) => ({
  party: agreement.party,
  number: agreement.number,
  effective_from: new Date(agreement.effectiveFrom),
  ...toleranceColumns(agreement.tolerances),
  columns: agreement.columns,
  agreed_at: new Date(agreement.agreedAt),
  agreed_by: agreement.agreedBy,
});

export const toleranceColumns = ({ tokens, money }: Tolerances): ToleranceRow => ({
  token_absolute: tokens.absolute,
  token_relative: tokens.relative,
  token_rule: tokens.rule,
  money_absolute: money.absolute,
  money_relative: money.relative,
  money_rule: money.rule,
});

export const tolerancesOf = (row: ToleranceRow): Tolerances => ({
  tokens: {
    absolute: shortest(row.token_absolute),
    relative: shortest(row.token_relative),
    rule: row.token_rule,
  },
  money: {
    absolute: shortest(row.money_absolute),
    relative: shortest(row.money_relative),
    rule: row.money_rule,
  },
});
