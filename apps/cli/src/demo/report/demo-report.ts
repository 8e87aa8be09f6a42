import type { Fen, PicoYuan } from '@ciyuan/core/kernel';

/** What the demo found out, as figures; how it is told is the renderer's. */
export interface DemoReport {
  /** What was replayed, such as a file's name, and in which month. */
  readonly usage: string;
  readonly month: string;
  readonly accounts: number;
  readonly records: RecordOutcomes;
  readonly tokens: readonly TokenCheck[];
  readonly revenue: readonly { readonly kind: string; readonly gross: PicoYuan }[];
  readonly shares: readonly PartyShare[];
  readonly identities: readonly Identity[];
  readonly elapsed: Elapsed;
}

/** Of the records that the file holds: each has one outcome. */
export interface RecordOutcomes {
  readonly charged: number;
  readonly suspense: number;
  readonly duplicate: number;
  readonly conflict: number;
  readonly refused: number;
}

export interface TokenCheck {
  readonly tokenClass: string;
  /** What the engine has on record, charged or in suspense. */
  readonly imported: bigint;
  /** What the second reader found in the file. */
  readonly audited: bigint;
}

export interface PartyShare {
  readonly party: string;
  /** Of the month's net revenue. */
  readonly share: Fen;
  /** With the party's own VAT, less what is withheld. */
  readonly payable: Fen;
}

/** A law that must hold over the whole run, and whether it does. */
export interface Identity {
  readonly name: string;
  readonly holds: boolean;
  /** What was found where it does not hold. */
  readonly finding?: string;
}

export interface Elapsed {
  readonly importMs: number;
  readonly settlementMs: number;
  readonly verifyMs: number;
}

/** Whether the demo may end as a success: every identity holds, and both readers found the same. */
export const allHolds = ({ identities, tokens }: DemoReport): boolean =>
  identities.length > 0 &&
  identities.every(({ holds }) => holds) &&
  tokens.every(({ imported, audited }) => imported === audited);
