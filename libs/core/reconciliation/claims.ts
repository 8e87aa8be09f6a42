import { PICO_PER_FEN, ZERO, ratio, round, type Fen, type PicoYuan } from '@ciyuan/core/kernel';

/** What of a statement's line a difference may name; null where it does not tell. */
export interface LineTraits {
  readonly plan: string | null;
  readonly model: string | null;
  readonly vendor: string | null;
  readonly computeOwner: string | null;
  readonly kind: string | null;
}

/** What was settled: the customers' gross, and the party's share of it. */
export interface SettledShare {
  readonly gross: PicoYuan;
  readonly shareFen: Fen;
}

export interface SettledLine extends LineTraits, SettledShare {
  readonly line: number;
}

/** The one line that says nothing else than the difference does; null where none does, or several do. */
export function lineOfDifference(traits: LineTraits, lines: readonly SettledLine[]): number | null {
  const [first, ...others] = lines.filter((line) => agrees(traits, line));
  return first === undefined || others.length > 0 ? null : first.line;
}

const NAMES = ['plan', 'model', 'vendor', 'computeOwner', 'kind'] as const;
const agrees = (traits: LineTraits, line: LineTraits): boolean =>
  NAMES.every((name) => traits[name] === null || traits[name] === line[name]);

/** Whether amounts are what customers are charged, or what the party itself asks for. */
export type AmountsOf = 'customers' | 'party';

/**
 * The share that it ought to have been by what lies between: of the party's own money all of it, of the customers' the
 * party's part of the gross that was settled (nothing where no gross was). Half away from zero to the fen, once a claim.
 */
export function claimedFen({ gross, shareFen }: SettledShare, apart: PicoYuan, amounts: AmountsOf): Fen {
  if (amounts === 'party') return shareFen + round(ratio(apart, PICO_PER_FEN));
  return shareFen + round(gross === 0n ? ZERO : ratio(apart * shareFen, gross));
}
