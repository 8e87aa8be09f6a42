/** More than so much of a statement's currency. */
interface MoreThan {
  readonly yuan: string;
}

/**
 * How far a settlement may be from the month before until somebody says why. What it does not name, it does not ask
 * about; a figure is asked about when it is beyond its threshold, never when it is on it.
 */
export interface VariancePolicy {
  readonly code: string;
  /** Of a party's share: both have to be exceeded, so that neither small shares nor large ones ask all the time. */
  readonly partyShare?: { readonly percent: string; readonly yuan: string };
  /** Of what a party has of a model: both have to be exceeded; whole tokens. */
  readonly modelTokens?: { readonly percent: string; readonly tokens: number };
  /** A party that had no statement in the month before. */
  readonly newParty?: MoreThan;
  /** A party that had one and has none now. */
  readonly partyGone?: MoreThan;
  /** A party that has a statement of nothing, and had something in the month before. */
  readonly zeroBill?: MoreThan;
  /** A party that would owe more than this. */
  readonly negativeStatement?: MoreThan;
  /** How many of the largest changes are shown; they are not asked about. */
  readonly topMovers: number;
}
