import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { DisputeDifferences } from '@ciyuan/modules/reconciliation';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { disputeOf } from '../disputes/disputes.convert';
import type { DisputeView } from '../disputes/disputes.dto';
import { readerOf } from '../statements/statements.convert';
import { differencesToDispute, refusedDifferences } from './difference-disputes.convert';
import { differenceDisputeSchema, type DifferenceDisputeRequest } from './difference-disputes.dto';
import { reconciliationParamsSchema, type ReconciliationParams } from './reconciliations.dto';

/** From what was found to differ to what is said against a statement. */
@Controller('v1/reconciliations/:id/disputes')
export class DifferenceDisputesController {
  constructor(private readonly disputeDifferences: DisputeDifferences) {}

  @Post()
  @Roles('finance', 'operations', 'admin', 'partner')
  @ApiOperation({
    summary:
      'Dispute what is marked as to be disputed: a line for each line of the issued statement that it belongs to, with the differences as its evidence',
  })
  async open(
    @Param({ schema: reconciliationParamsSchema }) { id }: ReconciliationParams,
    @Body({ schema: differenceDisputeSchema }) request: DifferenceDisputeRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<DisputeView> {
    const wanted = { ...differencesToDispute(id, request), ...readerOf(caller), by: caller.subject };
    const opened = await this.disputeDifferences.run(wanted);
    if (!opened.ok) throw refusedDifferences(opened.refusal);
    return disputeOf(opened.value);
  }
}
