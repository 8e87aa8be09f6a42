import type { ChargeDecision, ChargingCatalogue, Correction, RatedRecord } from '@ciyuan/core/charging';

/** Every charged record of the decisions with its rating in force, in the order in which they were charged. */
export function ratedOf(decisions: readonly ChargeDecision[], catalogue: ChargingCatalogue): RatedRecord[] {
  const rated = new Map<string, RatedRecord>();
  for (const decision of decisions) {
    const drawsOf = (accountId: number, sequence: number, first: RatedRecord['draws']) => [
      ...first,
      ...decision.movements.filter(
        (one) => one.kind === 'drawn' && one.accountId === accountId && one.sequence === sequence,
      ),
    ];
    const ratedAs = (rating: ChargeDecision['charged'][number], recordSequence: number): RatedRecord => {
      const { accountId, sequence, grantNumber, firstDrawnMilli } = rating;
      const first = grantNumber === null ? [] : [{ grantNumber, milliTokens: firstDrawnMilli }];
      const draws = drawsOf(accountId, sequence, first).map((one) => ({
        grantNumber: one.grantNumber,
        milliTokens: one.milliTokens,
      }));
      return { recordSequence, rating, draws, catalogue };
    };
    for (const one of decision.charged) rated.set(keyOf(one, one.sequence), ratedAs(one, one.sequence));
    for (const { kind, recordSequence, rating } of correctionsOf(decision)) {
      const key = keyOf(rating, recordSequence);
      if (kind === 'reversal') rated.delete(key);
      else rated.set(key, ratedAs(rating, recordSequence));
    }
  }
  return [...rated.values()].sort((a, b) => a.recordSequence - b.recordSequence);
}

const keyOf = ({ accountId }: { readonly accountId: number }, recordSequence: number): string =>
  `${accountId} ${recordSequence}`;

export const correctionsOf = (decision: ChargeDecision): readonly Correction[] =>
  (decision as { readonly corrections?: readonly Correction[] }).corrections ?? [];
