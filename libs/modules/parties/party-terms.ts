import type { Fen, Instant } from '@ciyuan/core/kernel';

/** What is agreed with a party about its statements. */
export interface PartyTerms {
  /** Null where nothing was agreed, and the usual terms hold. */
  readonly effectiveFrom: Instant | null;
  /** Days after the day of issue. */
  readonly disputeDays: number;
  /** Hundredths of the statement's own currency. */
  readonly minimumPayoutFen: Fen;
  /** Days after an invoice came in. */
  readonly paymentDays: number;
  /** Who is paid, and where; null where nothing was agreed. */
  readonly legalEntity: string | null;
  readonly bankAccount: string | null;
}

export const USUAL_TERMS: PartyTerms = {
  effectiveFrom: null,
  disputeDays: 10,
  minimumPayoutFen: 0n,
  paymentDays: 30,
  legalEntity: null,
  bankAccount: null,
};

/** As they were signed: `number` counts from 1. */
export interface AgreedTerms extends PartyTerms {
  readonly party: string;
  readonly number: number;
  readonly effectiveFrom: Instant;
  readonly agreedAt: Instant;
  readonly agreedBy: string;
}

/** Those of them, the earliest first, that were in force at the instant. */
export const termsAt = (agreed: readonly PartyTerms[], at: Instant): PartyTerms =>
  agreed.findLast(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom <= at) ?? USUAL_TERMS;
