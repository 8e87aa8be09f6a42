import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ApproveAdjustment, RejectAdjustment, WithdrawAdjustment } from '@ciyuan/modules/billing';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { detailsOf } from './adjustments.convert';
import {
  adjustmentParamsSchema,
  approvalSchema,
  rejectionSchema,
  withdrawalSchema,
  type AdjustmentDetailsView,
  type AdjustmentParams,
  type ApprovalRequest,
  type RejectionRequest,
  type WithdrawalRequest,
} from './adjustments.dto';
import { refusedAdjustment } from './refused-adjustment';

/** What others say of an adjustment that was asked for, and whoever asked for it. */
@Controller('v1/accounts/:code/adjustments/:number')
export class AdjustmentDecisionsController {
  constructor(
    private readonly approveAdjustment: ApproveAdjustment,
    private readonly rejectAdjustment: RejectAdjustment,
    private readonly withdrawAdjustment: WithdrawAdjustment,
  ) {}

  @Post('approval')
  @HttpCode(200)
  @Roles('finance', 'checker', 'admin')
  @ApiOperation({
    summary: 'Sign it, as another person; the last signature that is needed posts it. Or preview',
  })
  async approve(
    @Param({ schema: adjustmentParamsSchema }) { code: account, number }: AdjustmentParams,
    @Body({ schema: approvalSchema }) { note, preview }: ApprovalRequest,
    @CurrentCaller() { subject: by, role }: Caller,
  ): Promise<AdjustmentDetailsView> {
    const taken = await this.approveAdjustment.run({
      account,
      number,
      note: note ?? null,
      preview,
      by,
      role,
    });
    if (!taken.ok) throw refusedAdjustment(taken.refusal);
    return detailsOf(taken.value);
  }

  @Post('rejection')
  @HttpCode(200)
  @Roles('finance', 'checker', 'admin')
  @ApiOperation({ summary: 'Say no to it, and why; as another person than whoever asked or signed' })
  async reject(
    @Param({ schema: adjustmentParamsSchema }) { code: account, number }: AdjustmentParams,
    @Body({ schema: rejectionSchema }) { reason }: RejectionRequest,
    @CurrentCaller() { subject: by, role }: Caller,
  ): Promise<AdjustmentDetailsView> {
    const taken = await this.rejectAdjustment.run({ account, number, reason, by, role });
    if (!taken.ok) throw refusedAdjustment(taken.refusal);
    return detailsOf(taken.value);
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Roles('finance', 'operations', 'maker', 'admin')
  @ApiOperation({ summary: 'Withdraw what one asked for oneself' })
  async withdraw(
    @Param({ schema: adjustmentParamsSchema }) { code: account, number }: AdjustmentParams,
    @Body({ schema: withdrawalSchema }) { note }: WithdrawalRequest,
    @CurrentCaller() { subject: by, role }: Caller,
  ): Promise<AdjustmentDetailsView> {
    const taken = await this.withdrawAdjustment.run({ account, number, note: note ?? null, by, role });
    if (!taken.ok) throw refusedAdjustment(taken.refusal);
    return detailsOf(taken.value);
  }
}
