import type { PartyKind } from '@ciyuan/core/catalogue';
import type { Currency, Instant } from '@ciyuan/core/kernel';
import type { MatchTotals } from '@ciyuan/core/reconciliation';
import type { Tolerances } from './agreement';
import type { Columns } from './file/file-columns';
import type { Level } from './level';

export const PARTNER_ROLES = ['reporter', 'vendor', 'compute_owner', 'settlement'] as const;
/** As whom a party speaks: of what it reported, of what it served, or of its statement. */
export type PartnerRole = (typeof PARTNER_ROLES)[number];

/** Which levels a role can speak of. */
export const ROLE_LEVELS: Readonly<Record<PartnerRole, readonly Level[]>> = {
  reporter: ['records', 'hours'],
  vendor: ['hours'],
  compute_owner: ['hours'],
  settlement: ['statement'],
};

/** What a party has to be; whoever has a statement may speak of it. */
export const ROLE_KINDS: Readonly<Record<PartnerRole, PartyKind | null>> = {
  reporter: 'partner',
  vendor: 'vendor',
  compute_owner: 'compute',
  settlement: null,
};

export const FILE_FORMATS = ['csv', 'csv_gzip', 'xlsx'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export const RUN_STATES = ['received', 'matched', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Whose figures of what are compared. */
export interface Subject {
  readonly party: string;
  readonly role: PartnerRole;
  /** `YYYY-MM`, in the operator's zone. */
  readonly month: string;
  readonly level: Level;
  /** Our figures in other currencies are left out. */
  readonly currency: Currency;
}

/** What is wrong with a cell; `row` counts as spreadsheets do: the header is 1. */
export interface RowFault {
  readonly row: number;
  readonly column: string | null;
  readonly code: string;
  readonly detail: string;
}

export interface NewReconciliation extends Subject {
  readonly fileName: string;
  readonly fileFormat: FileFormat;
  /** SHA-256 of the bytes, in hex. */
  readonly fileDigest: string;
  readonly columns: Columns;
  /** The number of the agreement; null where nothing was agreed, and nothing may differ. */
  readonly agreement: number | null;
  readonly tolerances: Tolerances;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
}

export interface Reconciliation extends NewReconciliation {
  readonly id: number;
  readonly state: RunState;
  readonly endedAt: Instant | null;
  readonly rows: number | null;
  /** Whether the file states tokens, and amounts, at all. */
  readonly statesTokens: boolean | null;
  readonly statesMoney: boolean | null;
  /** Of a file that could not be read; the first of them. */
  readonly faults: readonly RowFault[] | null;
}

export interface CountedReconciliation extends Reconciliation {
  /** Null until it is matched. */
  readonly totals: MatchTotals | null;
}

/** Told of how many rows have been read; the total is not known before the end. */
export type OnProgress = (doneRows: number, totalRows: number | null) => Promise<void>;
