import { monthAfter, multiply, ratio, ratioOf, round, type Fen } from '../../kernel';
import type { ContractInput, HeldBack } from './contract-input';

/** What is paid later, and what of earlier months is paid now: the share is what it would be without. */
export interface StatementHoldback {
  readonly heldBackFen: Fen;
  /** The first month that pays what is held back; null where nothing is. */
  readonly releaseMonth: string | null;
  readonly releasedBackFen: Fen;
  readonly releases: readonly HeldBack[];
}

/** Half away from zero to the fen, of what falls due of shares above zero: of a share that waits, once it is due. */
export function holdbackOf(
  { party, currency, dueFen }: { readonly party: string; readonly currency: string; readonly dueFen: Fen },
  month: string,
  { agreements, heldBack }: ContractInput,
): StatementHoldback {
  const releases = heldBack.filter((one) => one.party === party && one.currency === currency);
  const releasedBackFen = releases.reduce((total, { fen }) => total + fen, 0n);
  const holdback = agreements.find((one) => one.party === party)?.holdback;
  const heldBackFen =
    holdback === undefined || dueFen <= 0n ? 0n : round(multiply(ratio(dueFen), ratioOf(holdback.share)));
  const releaseMonth =
    holdback === undefined || heldBackFen === 0n ? null : monthAfter(month, holdback.releaseAfterMonths);
  return { heldBackFen, releaseMonth, releasedBackFen, releases };
}
