import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ListSuspense, RecycleSuspense, type Recycled } from '@ciyuan/modules/charging';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { pageOf, suspenseOf } from './suspense.convert';
import {
  recycleSchema,
  suspenseQuerySchema,
  type RecycleRequest,
  type SuspensePageView,
  type SuspenseQuery,
} from './suspense.dto';

@Controller('v1/suspense')
export class SuspenseController {
  constructor(
    private readonly listSuspense: ListSuspense,
    private readonly recycleSuspense: RecycleSuspense,
  ) {}

  @Get()
  @Roles('operations', 'finance', 'admin', 'partner')
  @ApiOperation({ summary: 'Records in suspense, filtered and sorted, page by page; a partner sees its own' })
  async list(
    @Query({ schema: suspenseQuerySchema }) query: SuspenseQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<SuspensePageView> {
    const toldTo = caller.role === 'partner' ? caller.subject : undefined;
    return suspenseOf(await this.listSuspense.run(pageOf(query, toldTo)));
  }

  @Post('recycle')
  @HttpCode(200)
  @Roles('operations', 'admin')
  @ApiOperation({ summary: 'Try records in suspense again with the catalogue as it is now' })
  recycle(@Body({ schema: recycleSchema }) { keys }: RecycleRequest): Promise<Recycled> {
    return this.recycleSuspense.run(keys);
  }
}
