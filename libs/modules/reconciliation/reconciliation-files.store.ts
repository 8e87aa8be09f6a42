import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';

/** Of one row: small enough to be read one at a time. */
const PART_BYTES = 1024 * 1024;

/** Files as they came, in parts. */
@Injectable()
export class ReconciliationFilesStore {
  async add(tx: Tx, runId: number, bytes: Uint8Array): Promise<void> {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let part = 0; part === 0 || part * PART_BYTES < content.length; part++)
      await tx.rows(
        'INSERT INTO ciyuan.reconciliation_file_part (run_id, part, content) VALUES ($1, $2, $3)',
        [runId, part + 1, content.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)],
      );
  }

  async *read(tx: Tx, runId: number): AsyncGenerator<Uint8Array> {
    for (let part = 1; ; part++) {
      const [row] = await tx.rows<{ content: Buffer }>(
        'SELECT content FROM ciyuan.reconciliation_file_part WHERE run_id = $1 AND part = $2',
        [runId, part],
      );
      if (row === undefined) return;
      yield row.content;
    }
  }
}
