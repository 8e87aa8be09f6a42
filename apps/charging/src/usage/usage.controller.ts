import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Json } from '@ciyuan/core/usage';
import { IntakeUsage } from '@ciyuan/modules/charging';
import { CurrentCaller, Roles, UsageOfSystems, type Caller } from '@ciyuan/platform/auth';
import { resultsOf, tooManyRecords } from './usage.convert';
import { MAXIMUM_RECORDS, usagePostSchema, type UsagePost, type UsageResults } from './usage.dto';

@Controller('v1/usage')
export class UsageController {
  constructor(private readonly intakeUsage: IntakeUsage) {}

  @Post()
  @HttpCode(200)
  @Roles('partner')
  @UsageOfSystems()
  @ApiOperation({ summary: 'Report usage: a result for each record, in the order of the post' })
  async post(
    @Body({ schema: usagePostSchema }) { records }: UsagePost,
    @CurrentCaller() caller: Caller,
  ): Promise<UsageResults> {
    if (records.length > MAXIMUM_RECORDS) throw tooManyRecords(records.length);
    return resultsOf(records as Json[], await this.intakeUsage.run(caller.subject, records as Json[]));
  }
}
