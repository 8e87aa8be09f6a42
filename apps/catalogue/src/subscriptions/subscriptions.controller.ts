import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { OrderPlan } from '@ciyuan/modules/subscriptions';
import { Roles } from '@ciyuan/platform/auth';
import { orderOf, refusedOrder, takenOf } from './subscriptions.convert';
import { orderSchema, type Order, type SubscriptionView } from './subscriptions.dto';

@Controller('v1/accounts')
export class SubscriptionsController {
  constructor(private readonly orderPlan: OrderPlan) {}

  @Post(':code/subscriptions')
  @Roles('maker', 'operations', 'admin')
  @ApiOperation({
    summary: 'Take up a plan for an account; what it grants is granted at once. Or preview that',
  })
  async order(
    @Param('code') account: string,
    @Body({ schema: orderSchema }) body: Order,
  ): Promise<SubscriptionView> {
    const taken = await this.orderPlan.run(orderOf(account, body));
    if (!taken.ok) throw refusedOrder(taken.refusal);
    return takenOf(account, body.plan, taken.value);
  }
}
