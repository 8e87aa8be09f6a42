import { formatFen, formatInstant, formatScaled } from '@ciyuan/core/kernel';
import type { Movement, VarianceFinding } from '@ciyuan/core/settlement';
import type { RunVariances, VarianceAcknowledgement } from '@ciyuan/modules/settlement';
import type { AcknowledgementView, FindingView, MovementView, VariancesView } from './variances.dto';

const BASIS_POINT_PLACES = 2;

export function variancesOf({ evaluated, acknowledgements }: RunVariances): VariancesView {
  const told = new Map(acknowledgements.map((one) => [one.finding, acknowledgementOf(one)]));
  const findings = (evaluated?.findings ?? []).map((one) => findingOf(one, told.get(one.finding)));
  const previous = evaluated?.previous;
  return {
    policy: evaluated === undefined ? null : { code: evaluated.policy, version: evaluated.policyVersion },
    comparedWith:
      previous === undefined ? null : { id: previous.id, month: previous.month, version: previous.version },
    findings,
    open: findings.filter(({ acknowledgement }) => acknowledgement === null).length,
    topMovers: (evaluated?.topMovers ?? []).map((one) => movementOf(one, formatFen)),
  };
}

function findingOf(finding: VarianceFinding, told: AcknowledgementView | undefined): FindingView {
  const isTokens = finding.kind === 'model_tokens';
  return {
    finding: finding.finding,
    kind: finding.kind,
    unit: isTokens ? 'tokens' : 'currency',
    ...movementOf(finding, isTokens ? String : formatFen),
    acknowledgement: told ?? null,
  };
}

const movementOf = (
  { party, currency, model, before, after, change, basisPoints }: Movement,
  text: (value: bigint) => string,
): MovementView => ({
  party,
  currency,
  model,
  before: text(before),
  after: text(after),
  change: text(change),
  changePercent: basisPoints === null ? null : formatScaled(basisPoints, BASIS_POINT_PLACES),
});

const acknowledgementOf = ({ reason, by, at }: VarianceAcknowledgement): AcknowledgementView => ({
  reason,
  by,
  at: formatInstant(at),
});
