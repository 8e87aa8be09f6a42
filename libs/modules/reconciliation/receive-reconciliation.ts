import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { PartiesStore } from '@ciyuan/modules/parties';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { NO_TOLERANCES, agreementAt } from './agreement';
import type { Columns } from './file/file-columns';
import { ReconciliationAgreementsStore } from './reconciliation-agreements.store';
import { ReconciliationFilesStore } from './reconciliation-files.store';
import {
  ROLE_KINDS,
  ROLE_LEVELS,
  type FileFormat,
  type NewReconciliation,
  type Reconciliation,
  type Subject,
} from './reconciliation-run';
import { ReconciliationRunsStore } from './reconciliation-runs.store';

export interface FileToReconcile extends Subject {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly fileFormat: FileFormat;
  /** Beside what is agreed, and before it. */
  readonly columns: Columns;
  readonly by: string;
}

export type ReceiptRefusal =
  | { readonly code: 'unknown_party' }
  /** The party is nothing that could speak in this role. */
  | { readonly code: 'not_its_role' }
  /** The role knows nothing of such keys. */
  | { readonly code: 'level_of_another_role' }
  | { readonly code: 'empty_file' };

/**
 * Takes a partner's file in and keeps it as it came; nothing is compared yet. The same file again for the same purpose
 * is the run that there is, unless that one was found faulty. Tolerances are those in force now.
 */
@Injectable()
export class ReceiveReconciliation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly parties: PartiesStore,
    private readonly agreements: ReconciliationAgreementsStore,
    private readonly runs: ReconciliationRunsStore,
    private readonly files: ReconciliationFilesStore,
  ) {}

  async run(wanted: FileToReconcile): Promise<Result<Reconciliation, ReceiptRefusal>> {
    if (!ROLE_LEVELS[wanted.role].includes(wanted.level)) return refuse({ code: 'level_of_another_role' });
    if (wanted.bytes.length === 0) return refuse({ code: 'empty_file' });
    return this.database.retrying((tx) => this.receive(tx, wanted));
  }

  private async receive(
    tx: Tx,
    { bytes, by, ...wanted }: FileToReconcile,
  ): Promise<Result<Reconciliation, ReceiptRefusal>> {
    const party = await this.parties.byCode(tx, wanted.party);
    if (party === undefined) return refuse({ code: 'unknown_party' });
    const kind = ROLE_KINDS[wanted.role];
    if (kind === null ? party.kinds.includes('operator') : !party.kinds.includes(kind))
      return refuse({ code: 'not_its_role' });
    const requestedAt = this.clock.now();
    const agreement = agreementAt(await this.agreements.ofParty(tx, wanted.party), requestedAt);
    const run: NewReconciliation = {
      ...wanted,
      columns: { ...agreement?.columns, ...wanted.columns },
      fileDigest: createHash('sha256').update(bytes).digest('hex'),
      agreement: agreement?.number ?? null,
      tolerances: agreement?.tolerances ?? NO_TOLERANCES,
      requestedBy: by,
      requestedAt,
    };
    const added = await this.runs.add(tx, run);
    if (added !== undefined) await this.files.add(tx, added.id, bytes);
    const found = added ?? (await this.runs.known(tx, run));
    if (found === undefined) throw new Error('a file is neither new nor known');
    return ok(found);
  }
}
