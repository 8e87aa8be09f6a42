import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { parseFen } from '@ciyuan/core/kernel';
import { ListAdjustments, ReadAdjustment, RequestAdjustment } from '@ciyuan/modules/billing';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { adjustmentsOf, detailsOf, pageOf } from './adjustments.convert';
import {
  adjustmentParamsSchema,
  adjustmentSchema,
  adjustmentsQuerySchema,
  type AdjustmentDetailsView,
  type AdjustmentParams,
  type AdjustmentRequest,
  type AdjustmentsQuery,
  type AdjustmentsView,
} from './adjustments.dto';
import { refusedAdjustment } from './refused-adjustment';

/** Credits, debits and refunds by hand. */
@Controller('v1')
export class AdjustmentsController {
  constructor(
    private readonly requestAdjustment: RequestAdjustment,
    private readonly listAdjustments: ListAdjustments,
    private readonly readAdjustment: ReadAdjustment,
  ) {}

  @Post('accounts/:code/adjustments')
  @HttpCode(200)
  @Roles('finance', 'operations', 'maker', 'admin')
  @ApiOperation({
    summary: 'Ask for a credit, a debit or a refund; what nobody else has to sign is posted. Or preview that',
  })
  async request(
    @Param('code') account: string,
    @Body({ schema: adjustmentSchema }) body: AdjustmentRequest,
    @CurrentCaller() { subject: by, role }: Caller,
  ): Promise<AdjustmentDetailsView> {
    const { kind, amount, vatRate, reason, reference = null, preview } = body;
    const wanted = { account, kind, vatRate, reason, reference, preview, by, role };
    const taken = await this.requestAdjustment.run({ ...wanted, grossFen: parseFen(amount) });
    if (!taken.ok) throw refusedAdjustment(taken.refusal);
    return detailsOf(taken.value);
  }

  @Get('adjustments')
  @Roles('finance', 'checker', 'operations', 'maker', 'admin')
  @ApiOperation({ summary: 'Adjustments of all accounts, filtered and sorted, page by page' })
  async list(@Query({ schema: adjustmentsQuerySchema }) query: AdjustmentsQuery): Promise<AdjustmentsView> {
    return adjustmentsOf(await this.listAdjustments.run(pageOf(query)));
  }

  @Get('accounts/:code/adjustments/:number')
  @Roles('finance', 'checker', 'operations', 'maker', 'admin')
  @ApiOperation({ summary: 'An adjustment with what became of it: who, when, what' })
  async read(
    @Param({ schema: adjustmentParamsSchema }) { code: account, number }: AdjustmentParams,
  ): Promise<AdjustmentDetailsView> {
    const found = await this.readAdjustment.run({ account, number });
    if (found === undefined) throw refusedAdjustment({ code: 'not_found' });
    return detailsOf(found);
  }
}
