import { z } from 'zod';
import { APPROVER_ROLES, MOST_APPROVALS, type ApprovalLimits } from '@ciyuan/core/catalogue';
import { codeText, decimalText } from '@ciyuan/platform/validation';

const FEN_PLACES = 2;

const rows = z
  .array(
    z.strictObject({
      upToYuan: decimalText(FEN_PLACES).nullable(),
      approvals: z.int().min(0).max(MOST_APPROVALS),
      roles: z.exactOptional(z.array(z.enum(APPROVER_ROLES)).min(1)),
    }),
  )
  .min(1);

/** Every kind says its limits: one that was forgotten would need a guess. */
export const approvalLimitsSchema: z.ZodType<ApprovalLimits> = z.strictObject({
  code: codeText,
  limits: z.strictObject({
    goodwill: rows,
    manual_credit: rows,
    manual_debit: rows,
    refund: rows,
    write_off: rows,
  }),
});
