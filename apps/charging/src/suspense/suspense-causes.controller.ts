import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { formatInstant } from '@ciyuan/core/kernel';
import { ListSuspenseCauses, RecycleCause, type Recycled } from '@ciyuan/modules/charging';
import type { SuspenseCause } from '@ciyuan/modules/usage';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import {
  causesQuerySchema,
  recycleCauseSchema,
  type CausesQuery,
  type RecycleCauseRequest,
  type SuspenseCausesView,
  type SuspenseCauseView,
} from './suspense-causes.dto';

@Controller('v1/suspense/causes')
export class SuspenseCausesController {
  constructor(
    private readonly listCauses: ListSuspenseCauses,
    private readonly recycleCause: RecycleCause,
  ) {}

  @Get()
  @Roles('operations', 'finance', 'admin', 'partner')
  @ApiOperation({
    summary: 'What records in suspense wait for, the most frequent first; a partner sees its own',
  })
  async list(
    @Query({ schema: causesQuerySchema }) query: CausesQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<SuspenseCausesView> {
    const partner = caller.role === 'partner' ? caller.subject : query.partner;
    return { causes: (await this.listCauses.run(partner)).map(viewOf) };
  }

  @Post('recycle')
  @HttpCode(200)
  @Roles('operations', 'admin')
  @ApiOperation({ summary: 'Try what waits for one cause again, the oldest thousand of it' })
  recycle(@Body({ schema: recycleCauseSchema }) cause: RecycleCauseRequest): Promise<Recycled> {
    return this.recycleCause.run(cause);
  }
}

const viewOf = (cause: SuspenseCause): SuspenseCauseView => ({
  reason: cause.reason,
  detail: cause.detail,
  records: cause.records,
  partners: cause.partners,
  sources: cause.sources,
  firstOpenedAt: formatInstant(cause.firstOpenedAt.getTime()),
  lastOpenedAt: formatInstant(cause.lastOpenedAt.getTime()),
  firstUsageAt: formatInstant(cause.firstUsageAt.getTime()),
  lastUsageAt: formatInstant(cause.lastUsageAt.getTime()),
});
