import { apportion, ratio, type Fen } from '../../kernel';

/** What a party has of some revenue; hundredths. */
export interface SharedByParty {
  readonly party: string;
  readonly sharedFen: Fen;
}

/** What it has less of it, below zero: what did not last is taken from whoever had it. */
export interface ClawbackPart extends SharedByParty {
  readonly shareFen: Fen;
}

/**
 * Takes revenue that did not last from the parties that shared it, in proportion to what each of them had, by largest
 * remainder; a share below zero gets its part back. All parts come to what is taken. `revenueFen` is above 0 and no
 * more than what was shared.
 */
export function clawbackParts(shared: readonly SharedByParty[], revenueFen: Fen): ClawbackPart[] {
  const total = shared.reduce((sum, { sharedFen }) => sum + sharedFen, 0n);
  if (revenueFen <= 0n || revenueFen > total) throw new RangeError(`${revenueFen} of ${total} fen`);
  const taken = apportion(
    shared.map(({ sharedFen }) => ratio(sharedFen * revenueFen, total)),
    revenueFen,
  );
  return shared
    .map((one, index) => ({ ...one, shareFen: -(taken[index] ?? 0n) }))
    .filter(({ shareFen }) => shareFen !== 0n);
}
