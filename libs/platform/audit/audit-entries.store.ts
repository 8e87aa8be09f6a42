import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import { filterValues, listedOf, ordered, type Listed, type SortedRow } from '@ciyuan/platform/lists';
import { AUDIT_ORDER, type AuditEntry, type AuditPage, type AuditedBy } from './audit-entry';

interface EntryRow extends SortedRow {
  number: string;
  at: Date;
  credential: AuditedBy['credential'];
  credential_id: string | null;
  subject: string | null;
  person: string | null;
  role: string | null;
  method: string;
  route: string;
  parameters: Record<string, unknown>;
  object: string;
  body_sha256: string | null;
  body_bytes: string;
  body: unknown;
  digest: string;
  answered_at: Date | null;
  status: number | null;
  problem: string | null;
  answer_digest: string | null;
}

export interface ChainEnd {
  readonly number: number;
  readonly digest: string;
}

/** A part of the chain, in order: what each row should say, and says. */
export interface ChainPart {
  readonly number: string;
  readonly digest: string;
  readonly expected: string;
}

const COLUMNS = `r.number, r.at, r.credential, r.credential_id, r.subject, r.person, r.role, r.method, r.route,
  r.parameters, r.object, r.body_sha256, r.body_bytes, r.body, r.digest, a.at AS answered_at, a.status, a.problem,
  a.digest AS answer_digest`;

const RESULTS = `CASE WHEN a.status IS NULL THEN 'unanswered' WHEN a.status < 400 THEN 'done'
  WHEN a.status < 500 THEN 'refused' ELSE 'failed' END`;

@Injectable()
export class AuditEntriesStore {
  /** Appends to the chain, under the lock of its end; gives the number. */
  async append(tx: Tx, entry: Readonly<Record<string, unknown>>): Promise<number> {
    const [row] = await tx.rows<{ number: string }>(
      'SELECT ciyuan.append_audit_entry($1::jsonb) AS number',
      [JSON.stringify(entry)],
      'append_audit_entry',
    );
    return Number(row?.number);
  }

  async list(tx: Tx, page: AuditPage): Promise<Listed<AuditEntry>> {
    const { who, action, object, result, from, until } = page;
    const filters = filterValues([who, action, object, result], [from, until]);
    const { key, after, orderBy, limit, values } = ordered(AUDIT_ORDER, page, filters.length);
    const rows = await tx.rows<EntryRow>(
      `SELECT ${COLUMNS}, ${key} FROM ciyuan.audit_entry AS r
         LEFT JOIN ciyuan.audit_entry AS a ON a.answers = r.number
        WHERE r.kind = 'request' AND ($1::text IS NULL OR r.person = $1 OR r.subject = $1)
          AND ($2::text IS NULL OR r.route = $2 OR r.method || ' ' || r.route = $2)
          AND ($3::text IS NULL OR r.object = $3) AND ($4::text IS NULL OR ${RESULTS} = $4)
          AND ($5::timestamptz IS NULL OR r.at >= $5) AND ($6::timestamptz IS NULL OR r.at < $6)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, read);
  }

  /** Where the chain ends, as it is kept beside it. */
  async end(tx: Tx): Promise<ChainEnd | undefined> {
    const [row] = await tx.rows<{ number: string; digest: string }>(
      'SELECT number, digest FROM ciyuan.audit_head',
    );
    return row === undefined ? undefined : { number: Number(row.number), digest: row.digest };
  }

  /** Up to `limit` rows behind `before`, each with the digest that it should have. */
  chain(tx: Tx, before: ChainEnd, limit: number): Promise<ChainPart[]> {
    return tx.rows<{ number: string; digest: string; expected: string }>(
      `SELECT (e).number, (e).digest, ciyuan.chained_digest(lag((e).digest, 1, $2) OVER (ORDER BY (e).number), e) AS expected
         FROM (SELECT e FROM ciyuan.audit_entry AS e WHERE e.number > $1 ORDER BY e.number LIMIT $3) AS part
        ORDER BY (e).number`,
      [before.number, before.digest, limit],
    );
  }
}

const read = (row: EntryRow): AuditEntry => ({
  number: Number(row.number),
  at: row.at.getTime(),
  credential: row.credential,
  credentialId: row.credential_id === null ? null : Number(row.credential_id),
  subject: row.subject,
  person: row.person,
  role: row.role,
  method: row.method,
  route: row.route,
  parameters: row.parameters,
  object: row.object,
  bodySha256: row.body_sha256,
  bodyBytes: Number(row.body_bytes),
  body: row.body,
  digest: row.digest,
  answer: answerOf(row),
});

const answerOf = ({
  answered_at: at,
  status,
  problem,
  answer_digest: digest,
}: EntryRow): AuditEntry['answer'] =>
  at === null || status === null || digest === null ? null : { at: at.getTime(), status, problem, digest };
