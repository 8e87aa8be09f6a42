import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '@ciyuan/core/charging';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import { CatalogueDocumentsStore } from '../catalogue-documents.store';
import { codeOf } from '../check-subject';
import { readBody } from '../document-body';
import { invalid } from '../publication';
import { VersionGate, type NextVersion } from '../version-gate';
import type { ContentRefusal } from './draft-refusals';

/** Records of the next five minutes may be charged already, for gateways' clocks run ahead. */
export const LEAD_MS = 5 * 60_000;

export interface Proposal {
  readonly kind: DocumentKind;
  readonly body: unknown;
  readonly effectiveFrom: Instant;
  readonly backDated: boolean;
  /** Undefined: made from whatever is the latest version. */
  readonly baseVersion?: number | null | undefined;
  /** Of the draft that is there already. */
  readonly code?: string;
}

/** All that a draft's content can be refused for: the same when it is saved, submitted and approved. */
@Injectable()
export class DraftChecks {
  constructor(
    private readonly clock: Clock,
    private readonly documents: CatalogueDocumentsStore,
    private readonly gate: VersionGate,
  ) {}

  async check(tx: Tx, proposal: Proposal): Promise<Result<NextVersion, ContentRefusal>> {
    const { kind, effectiveFrom, backDated } = proposal;
    const read = readBody(kind, proposal.body);
    if (!read.ok) return read;
    const code = codeOf(read.value);
    if (proposal.code !== undefined && proposal.code !== code) return codeChanged(kind, proposal.code);
    const latestVersion = await this.documents.latestVersion(tx, kind, code);
    const { baseVersion = latestVersion } = proposal;
    if (baseVersion !== latestVersion) return refuse({ code: 'stale', baseVersion, latestVersion });
    const earliest = this.clock.now() + LEAD_MS;
    if (!backDated && effectiveFrom < earliest) return refuse({ code: 'effective_from_too_early', earliest });
    const checked = await this.gate.check(tx, { kind, body: read.value, effectiveFrom });
    if (!checked.ok) return checked;
    const verdict = checked.value;
    return 'next' in verdict
      ? ok(verdict.next)
      : refuse({ code: 'changes_nothing', version: verdict.same.version });
  }
}

function codeChanged(kind: DocumentKind, code: string): Result<never, ContentRefusal> {
  const path = kind === 'contract' ? 'partner' : 'code';
  return invalid([{ path, code: 'code_changed', detail: `this draft is of ${code}; write another one` }]);
}
