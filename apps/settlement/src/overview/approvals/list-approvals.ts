import { Injectable } from '@nestjs/common';
import type { Caller, Role } from '@ciyuan/platform/auth';
import {
  APPROVAL_KINDS,
  DECIDED_BY,
  type Approval,
  type ApprovalKind,
  type WaitingReaders,
} from './approval';
import { WaitingBills } from './waiting-bills';
import { WaitingDocuments } from './waiting-documents';
import { WaitingMonths } from './waiting-months';
import { WaitingPartners } from './waiting-partners';

export interface ListedApproval extends Approval {
  /** The caller asked for it, or has signed it: somebody else decides. */
  readonly isMine: boolean;
}

export interface ApprovalsListed {
  /** What has waited longest first. */
  readonly items: readonly ListedApproval[];
  /** Kinds of which more wait than are listed. */
  readonly more: readonly ApprovalKind[];
}

/** What waits for a second person and may be decided by somebody of the caller's role; of each kind a page. */
@Injectable()
export class ListApprovals {
  private readonly readers: WaitingReaders;

  constructor(
    documents: WaitingDocuments,
    months: WaitingMonths,
    partners: WaitingPartners,
    bills: WaitingBills,
  ) {
    this.readers = { ...documents.readers, ...months.readers, ...partners.readers, ...bills.readers };
  }

  async run({ role, subject }: Caller, only: ApprovalKind | undefined): Promise<ApprovalsListed> {
    const kinds = APPROVAL_KINDS.filter((kind) => mayDecide(role, kind) && (only ?? kind) === kind);
    const items: ListedApproval[] = [];
    const more: ApprovalKind[] = [];
    for (const kind of kinds) {
      const waiting = await this.readers[kind]?.();
      if (waiting === undefined) throw new Error(`nobody reads what waits of ${kind}`);
      const isMine = ({ askedBy, signedBy }: Approval): boolean =>
        askedBy === subject || signedBy.includes(subject);
      items.push(...waiting.items.map((one) => ({ ...one, isMine: isMine(one) })));
      if (waiting.isMore) more.push(kind);
    }
    return { items: items.sort((a, b) => a.askedAt - b.askedAt), more };
  }
}

const mayDecide = (role: Role, kind: ApprovalKind): boolean =>
  (DECIDED_BY[kind] as readonly Role[]).includes(role);
