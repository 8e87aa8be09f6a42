import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { SearchSubscriptions } from '@ciyuan/modules/subscriptions';
import { Roles } from '@ciyuan/platform/auth';
import { STAFF } from '../staff';
import { pageOf, subscriptionsOf } from './all-subscriptions.convert';
import {
  subscriptionsQuerySchema,
  type SubscriptionsQuery,
  type SubscriptionsView,
} from './all-subscriptions.dto';

@Controller('v1/subscriptions')
export class AllSubscriptionsController {
  constructor(private readonly searchSubscriptions: SearchSubscriptions) {}

  @Get()
  @Roles(...STAFF)
  @ApiOperation({ summary: 'What all accounts have taken up, filtered and sorted, page by page' })
  async list(
    @Query({ schema: subscriptionsQuerySchema }) query: SubscriptionsQuery,
  ): Promise<SubscriptionsView> {
    return subscriptionsOf(await this.searchSubscriptions.run(pageOf(query)));
  }
}
