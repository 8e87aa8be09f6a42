import { APPROVER_ROLES, type AdjustmentKind, type ApprovalLimits, type ApproverRole } from '../catalogue';
import { parseFen, type Fen } from '../kernel';

const LIMITED_CURRENCY = 'CNY';

export interface AmountToApprove {
  readonly kind: AdjustmentKind;
  readonly grossFen: Fen;
  readonly currency: string;
}

export interface ApprovalNeeded {
  /** People besides whoever asked, all of them different. */
  readonly approvals: number;
  readonly roles: readonly ApproverRole[];
}

/** What holds where no limits are in force: one other person, whatever the amount. */
const WITHOUT_LIMITS: ApprovalNeeded = { approvals: 1, roles: APPROVER_ROLES };

/**
 * Who has to sign an amount in whole fen: the first row whose bound it does not exceed. Limits are in yuan; of an amount
 * in another currency the last row decides, which asks for the most.
 */
export function approvalNeeded(
  limits: ApprovalLimits | undefined,
  { kind, grossFen, currency }: AmountToApprove,
): ApprovalNeeded {
  const rows = limits?.limits[kind] ?? [];
  const applies = rows.find(
    ({ upToYuan }) => upToYuan === null || (currency === LIMITED_CURRENCY && grossFen <= parseFen(upToYuan)),
  );
  if (applies === undefined) return WITHOUT_LIMITS;
  return { approvals: applies.approvals, roles: applies.roles ?? APPROVER_ROLES };
}
