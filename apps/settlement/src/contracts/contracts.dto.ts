import type { PartnerContract } from '@ciyuan/core/catalogue';
import { codeText } from '@ciyuan/platform/validation';
import { z } from 'zod';

export const partyParamsSchema = z.object({ code: codeText });
export type PartyParams = z.infer<typeof partyParamsSchema>;

/** Amounts are decimals in the currency that stands beside them. */
export interface TermsView {
  readonly party: string;
  /** The version in force; null where there is none, and the usual terms hold. */
  readonly contract: {
    readonly version: number;
    readonly effectiveFrom: string;
    readonly body: PartnerContract;
  } | null;
  readonly disputeDays: number;
  /** In the currency of each statement. */
  readonly minimumPayout: string;
  readonly paymentDays: number;
  readonly legalEntity: string | null;
  readonly bankAccount: string | null;
  readonly advances: readonly { readonly currency: string; readonly outstanding: string }[];
  readonly holdbacks: readonly HoldbackView[];
  readonly waiting: readonly WaitingView[];
}

export interface HoldbackView {
  readonly currency: string;
  readonly heldMonth: string;
  readonly releaseMonth: string;
  readonly amount: string;
  /** The month whose statement paid it; null while it is outstanding. */
  readonly releasedIn: string | null;
}

/** A month whose share waits until its revenue is invoiced or collected. */
export interface WaitingView {
  readonly currency: string;
  readonly month: string;
  readonly basis: 'invoiced' | 'collected';
  /** The month’s own shares, and what has been taken back of them since. */
  readonly share: string;
  readonly takenBack: string;
  readonly held: string;
}

export interface PositionsView {
  readonly positions: readonly PositionView[];
}

export interface PositionView {
  readonly from: string;
  readonly last: string;
  readonly currency: string;
  readonly models: string | null;
  /** `tokens`, or `amount`: what the three figures below count. */
  readonly unit: 'tokens' | 'amount';
  readonly committed: string;
  readonly counted: string;
  readonly shortfall: string;
  readonly months: readonly { readonly month: string; readonly counted: string }[];
  /** Shares of the period’s time, and of what was promised: to four places. */
  readonly timeElapsed: string;
  readonly volumeCounted: string;
  /** Due were it to end now, expected at the pace so far, and issued. */
  readonly due: string;
  readonly expectedDue: string;
  readonly issued: string;
}
