import { monthAfter, multiply, ratio, ratioOf, round, type Fen } from '../../kernel';
import type { ContractInput, HeldBack } from './contract-input';

/** What is paid later, and what of earlier months is paid now: the share is what it would be without. */
export interface StatementHoldback {
  readonly heldFen: Fen;
  /** The first month that pays what is held; null where nothing is. */
  readonly releaseMonth: string | null;
  readonly releasedFen: Fen;
  readonly releases: readonly HeldBack[];
}

/** Half away from zero to the fen, of a share above zero. */
export function holdbackOf(
  {
    party,
    currency,
    shareFen,
  }: { readonly party: string; readonly currency: string; readonly shareFen: Fen },
  month: string,
  { agreements, heldBack }: ContractInput,
): StatementHoldback {
  const releases = heldBack.filter((one) => one.party === party && one.currency === currency);
  const releasedFen = releases.reduce((total, { fen }) => total + fen, 0n);
  const holdback = agreements.find((one) => one.party === party)?.holdback;
  const heldFen =
    holdback === undefined || shareFen <= 0n ? 0n : round(multiply(ratio(shareFen), ratioOf(holdback.share)));
  const releaseMonth =
    holdback === undefined || heldFen === 0n ? null : monthAfter(month, holdback.releaseAfterMonths);
  return { heldFen, releaseMonth, releasedFen, releases };
}
