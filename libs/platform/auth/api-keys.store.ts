import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import type { Caller, Role } from './caller';
import type { Credential } from './credential';

/** Keys are stored as the SHA-256 of 256 random bits, which nothing can guess back. */
@Injectable()
export class ApiKeysStore {
  async add(tx: Tx, caller: Caller, digest: Buffer, createdAt: Date): Promise<void> {
    await tx.rows(
      'INSERT INTO ciyuan.api_key (role, subject, key_digest, created_at) VALUES ($1, $2, $3, $4)',
      [caller.role, caller.subject, digest, createdAt],
    );
  }

  async find(tx: Tx, digest: Buffer): Promise<Credential | undefined> {
    const [row] = await tx.rows<{ id: string; role: Role; subject: string }>(
      'SELECT id, role, subject FROM ciyuan.api_key WHERE key_digest = $1 AND revoked_at IS NULL',
      [digest],
      'find_api_key',
    );
    if (row === undefined) return undefined;
    const { id, ...caller } = row;
    return { caller, kind: 'key', id: Number(id) };
  }
}
