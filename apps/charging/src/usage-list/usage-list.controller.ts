import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ListUsage, MOST_USAGE_DAYS } from '@ciyuan/modules/reporting';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import { usageAsked, usageListOf } from './usage-list.convert';
import { usageListQuerySchema, type UsageListQuery, type UsageListView } from './usage-list.dto';

@Controller('v1/usage')
export class UsageListController {
  constructor(private readonly listUsage: ListUsage) {}

  @Get()
  @Roles('admin', 'maker', 'checker', 'finance', 'operations', 'partner')
  @ApiOperation({
    summary: 'Reported usage as it stands, the newest first, page by page; a partner sees its own',
  })
  async list(
    @Query({ schema: usageListQuerySchema }) query: UsageListQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<UsageListView> {
    const own = caller.role === 'partner' ? caller.subject : undefined;
    const found = await this.listUsage.run(usageAsked(query, own));
    if (found !== undefined) return usageListOf(found);
    const detail = `at most ${MOST_USAGE_DAYS} days at once`;
    throw new Refused('malformed', 'invalid_request', `until: ${detail}`, [
      { path: 'until', code: 'invalid', detail },
    ]);
  }
}
