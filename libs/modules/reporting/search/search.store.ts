import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';

export const FOUND_KINDS = [
  'customer',
  'account',
  'plan',
  'price_book',
  'party',
  'model',
  'invoice',
  'settlement_run',
  'bill_run',
] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

export interface Found {
  readonly kind: FoundKind;
  /** Of a run, its number. */
  readonly code: string;
  readonly name: string;
}

/** What there is of each kind, as code and name. */
const NAMED: Readonly<Record<FoundKind, string>> = {
  customer: 'SELECT code, name FROM ciyuan.customer',
  account: 'SELECT code, name FROM ciyuan.account',
  plan: `SELECT DISTINCT ON (code) code, coalesce(body ->> 'name', code) AS name FROM ciyuan.catalogue_document
          WHERE kind = 'plan' ORDER BY code, version DESC`,
  price_book: "SELECT DISTINCT code, code AS name FROM ciyuan.catalogue_document WHERE kind = 'price_book'",
  party: 'SELECT code, name FROM ciyuan.party',
  model: 'SELECT code, name FROM ciyuan.model',
  invoice: 'SELECT number AS code, number AS name FROM ciyuan.invoice_issue',
  settlement_run: `SELECT id::text AS code, month || ' ' || version AS name FROM ciyuan.settlement_run
                    WHERE kind = 'settlement'`,
  bill_run: 'SELECT id::text AS code, id::text AS name FROM ciyuan.bill_run',
};

/** A text is found as a whole code, then as the beginning of one, then anywhere in code or name, in whatever letters. */
const RANK = `CASE WHEN lower(n.code) = lower($1) THEN 0 WHEN starts_with(lower(n.code), lower($1)) THEN 1
                   WHEN strpos(lower(n.code), lower($1)) > 0 OR strpos(lower(n.name), lower($1)) > 0 THEN 2 END`;

/** Looks a text up in codes and names; of a kind every row is looked at, no record of usage is. */
@Injectable()
export class SearchStore {
  async find(tx: Tx, text: string, limit: number): Promise<Found[]> {
    const parts = FOUND_KINDS.map(
      (kind, place) =>
        `(SELECT ${place} AS place, '${kind}' AS kind, f.code, f.name, f.rank
            FROM (SELECT n.code, n.name, ${RANK} AS rank FROM (${NAMED[kind]}) AS n) AS f
           WHERE f.rank IS NOT NULL ORDER BY f.rank, f.code LIMIT $2)`,
    );
    return tx.rows<{ kind: FoundKind; code: string; name: string }>(
      `SELECT kind, code, name FROM (${parts.join(' UNION ALL ')}) AS found ORDER BY place, rank, code`,
      [text, limit],
    );
  }
}
