import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ListSuspense, RecycleSuspense, type Recycled } from '@ciyuan/modules/charging';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { filterOf, suspenseOf } from './suspense.convert';
import {
  recycleSchema,
  suspenseQuerySchema,
  type RecycleRequest,
  type SuspensePage,
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
  @ApiOperation({ summary: 'Records in suspense, oldest first; a partner sees its own' })
  async list(
    @Query({ schema: suspenseQuerySchema }) query: SuspenseQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<SuspensePage> {
    const partner = caller.role === 'partner' ? caller.subject : undefined;
    return suspenseOf(await this.listSuspense.run(filterOf(query, partner)), query.limit);
  }

  @Post('recycle')
  @HttpCode(200)
  @Roles('operations', 'admin')
  @ApiOperation({ summary: 'Try records in suspense again with the catalogue as it is now' })
  recycle(@Body({ schema: recycleSchema }) { keys }: RecycleRequest): Promise<Recycled> {
    return this.recycleSuspense.run(keys);
  }
}
