import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ChangePlan, ChangeSubscription, RenewPack } from '@ciyuan/modules/subscriptions';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import {
  changePlanSchema,
  renewSchema,
  type ChangePlanRequest,
  type PlanChangedView,
  type RenewedView,
  type RenewRequest,
} from './plan-changes.dto';
import { changeOf, planChangedOf, refusedChange, renewedOf } from './subscription-changes.convert';
import {
  resumeSchema,
  subscriptionParamsSchema,
  type ResumeRequest,
  type SubscriptionChangeView,
  type SubscriptionParams,
} from './subscription-changes.dto';

@Controller('v1/accounts')
export class PlanChangesController {
  constructor(
    private readonly changePlan: ChangePlan,
    private readonly changeSubscription: ChangeSubscription,
    private readonly renewPack: RenewPack,
  ) {}

  @Post(':code/subscriptions/:id/change-plan')
  @HttpCode(200)
  @Roles('maker', 'operations', 'admin')
  @ApiOperation({ summary: 'Have another plan take over, at once or with what is granted; or preview that' })
  async change(
    @Param({ schema: subscriptionParamsSchema }) { code, id }: SubscriptionParams,
    @Body({ schema: changePlanSchema }) { plan, when, channel, preview }: ChangePlanRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<PlanChangedView> {
    const asked = { account: code, subscriptionId: id, plan, when, preview, by: subject };
    const changed = await this.changePlan.run({ ...asked, ...(channel === undefined ? {} : { channel }) });
    if (!changed.ok) throw refusedChange(changed.refusal);
    return planChangedOf(code, plan, changed.value);
  }

  @Post(':code/subscriptions/:id/cancel-plan-change')
  @HttpCode(200)
  @Roles('maker', 'operations', 'admin')
  @ApiOperation({ summary: 'Drop a plan that waits to take over, and run on; or preview that' })
  async cancel(
    @Param({ schema: subscriptionParamsSchema }) { code, id }: SubscriptionParams,
    @Body({ schema: resumeSchema }) { preview }: ResumeRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<SubscriptionChangeView> {
    const change = 'cancel_plan_change';
    const asked = { account: code, subscriptionId: id, change, preview, by: subject } as const;
    const changed = await this.changeSubscription.run(asked);
    if (!changed.ok) throw refusedChange(changed.refusal);
    return changeOf(code, changed.value);
  }

  @Post(':code/subscriptions/:id/renew')
  @HttpCode(200)
  @Roles('maker', 'operations', 'admin')
  @ApiOperation({
    summary: 'Grant a pack once more, where its last grant ends or beside it; or preview that',
  })
  async renew(
    @Param({ schema: subscriptionParamsSchema }) { code, id }: SubscriptionParams,
    @Body({ schema: renewSchema }) { cycle, begins, channel, preview }: RenewRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<RenewedView> {
    const asked = { account: code, subscriptionId: id, cycle, begins, preview, by: subject };
    const renewed = await this.renewPack.run({ ...asked, ...(channel === undefined ? {} : { channel }) });
    if (!renewed.ok) throw refusedChange(renewed.refusal);
    return renewedOf(code, renewed.value);
  }
}
