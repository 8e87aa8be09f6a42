import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import type { Evidence, EvidenceHead } from './dispute';

interface EvidenceRow {
  dispute_id: string;
  number: number;
  name: string;
  media_type: string;
  bytes: number;
  sha256: string;
  added_at: Date;
  added_by: string;
}

const HEAD = `dispute_id, number, name, media_type, octet_length(content) AS bytes, sha256, added_at, added_by`;

/** What proves a claim: kept as it was sent, sealed with the dispute. */
@Injectable()
export class DisputeEvidenceStore {
  /** The caller holds the lock of the statement, so that no other takes the same number. */
  async add(tx: Tx, one: Omit<Evidence, 'bytes'>): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.dispute_evidence (dispute_id, number, name, media_type, content, sha256, added_at, added_by, digest)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, ciyuan.chained_digest(d.digest,
                jsonb_build_array($1::bigint, $2::integer, $3::text, $4::text, $6::text, extract(epoch FROM $7::timestamptz), $8::text))
         FROM ciyuan.dispute AS d WHERE d.id = $1`,
      [
        one.disputeId,
        one.number,
        one.name,
        one.mediaType,
        Buffer.from(one.content),
        one.sha256,
        new Date(one.addedAt),
        one.addedBy,
      ],
    );
  }

  /** In the order in which it came, without what it is. */
  async ofDispute(tx: Tx, id: number): Promise<EvidenceHead[]> {
    const rows = await tx.rows<EvidenceRow>(
      `SELECT ${HEAD} FROM ciyuan.dispute_evidence WHERE dispute_id = $1 ORDER BY number`,
      [id],
    );
    return rows.map(read);
  }

  async byNumber(tx: Tx, id: number, number: number): Promise<Evidence | undefined> {
    const [row] = await tx.rows<EvidenceRow & { content: Buffer }>(
      `SELECT ${HEAD}, content FROM ciyuan.dispute_evidence WHERE dispute_id = $1 AND number = $2`,
      [id, number],
    );
    return row === undefined ? undefined : { ...read(row), content: row.content };
  }
}

const read = (row: EvidenceRow): EvidenceHead => ({
  disputeId: Number(row.dispute_id),
  number: row.number,
  name: row.name,
  mediaType: row.media_type,
  bytes: row.bytes,
  sha256: row.sha256,
  addedAt: row.added_at.getTime(),
  addedBy: row.added_by,
});
