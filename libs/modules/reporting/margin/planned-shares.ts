import type { PreviewedSettlement } from '@ciyuan/modules/settlement';
import type { LineKey } from '@ciyuan/core/settlement';
import type { MarginDimension, MarginGrouping } from './margin-dimension';
import type { SharePiece } from './margin-pieces';

/** What a month that is not issued yet would state, in pieces as the statements of a run give them. */
export function plannedShares(
  month: string,
  { plan, planCodes }: PreviewedSettlement,
  by: MarginGrouping,
  operators: readonly string[],
): SharePiece[] {
  const valueOf = (key: LineKey | null, name: MarginDimension): string | null => {
    if (key === null) return null;
    return name === 'plan' ? (planCodes.get(key.planVersionId) ?? null) : key[name];
  };
  return plan.statements.flatMap(({ party, currency, lines }) =>
    lines.map(({ lineKind, key, shareFen }) => ({
      month,
      currency,
      lineKind,
      values: by.map((name) => valueOf(key, name)),
      kind: key?.kind ?? null,
      paid: key?.paid ?? null,
      isOperators: operators.includes(party),
      shareFen,
    })),
  );
}
