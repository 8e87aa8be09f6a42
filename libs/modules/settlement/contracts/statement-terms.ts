import type { SettlementTerms } from '@ciyuan/core/catalogue';
import { parseFen, type Fen, type Instant } from '@ciyuan/core/kernel';
import type { CatalogueDocument } from '@ciyuan/modules/catalogue';

/** What a party's contract says about what becomes of its statements. */
export interface StatementTerms {
  /** Since when; null where nothing is agreed, and the usual terms hold. */
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

export const USUAL_TERMS: StatementTerms = {
  effectiveFrom: null,
  disputeDays: 10,
  minimumPayoutFen: 0n,
  paymentDays: 30,
  legalEntity: null,
  bankAccount: null,
};

type Contract = CatalogueDocument<'contract'>;

/** Of a contract's versions the one that was in force at the instant, as it was known then. */
export const contractAt = (versions: readonly Contract[], at: Instant): Contract | undefined =>
  versions
    .filter(({ effectiveFrom, createdAt }) => effectiveFrom <= at && createdAt <= at)
    .reduce<
      Contract | undefined
    >((latest, one) => (latest === undefined || latest.effectiveFrom < one.effectiveFrom ? one : latest), undefined);

/** The terms in force at the instant; a contract that has ended still says what becomes of its statements. */
export function termsAt(versions: readonly Contract[], at: Instant): StatementTerms {
  const version = contractAt(versions, at);
  const settlement = version?.body.settlement;
  return version === undefined || settlement === undefined
    ? USUAL_TERMS
    : { effectiveFrom: version.effectiveFrom, ...termsOf(settlement) };
}

const termsOf = (terms: SettlementTerms): Omit<StatementTerms, 'effectiveFrom'> => ({
  disputeDays: terms.disputeDays,
  minimumPayoutFen: parseFen(terms.minimumPayout),
  paymentDays: terms.paymentDays,
  legalEntity: terms.legalEntity,
  bankAccount: terms.bankAccount,
});
