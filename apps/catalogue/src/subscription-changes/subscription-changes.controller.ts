import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  ChangeSubscription,
  ListSubscriptions,
  type SubscriptionToChange,
} from '@ciyuan/modules/subscriptions';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import { changeOf, refusedChange, takenOf } from './subscription-changes.convert';
import {
  endSchema,
  resumeSchema,
  suspendSchema,
  subscriptionParamsSchema,
  type EndRequest,
  type ResumeRequest,
  type SuspendRequest,
  type SubscriptionChangeView,
  type SubscriptionParams,
  type TakenList,
} from './subscription-changes.dto';

@Controller('v1/accounts')
export class SubscriptionChangesController {
  constructor(
    private readonly changeSubscription: ChangeSubscription,
    private readonly listSubscriptions: ListSubscriptions,
  ) {}

  @Get(':code/subscriptions')
  @Roles('admin', 'maker', 'checker', 'finance', 'operations')
  @ApiOperation({ summary: 'What an account has taken up, and until when' })
  async list(@Param('code') account: string): Promise<TakenList> {
    const taken = await this.listSubscriptions.run(account);
    if (taken === undefined)
      throw new Refused('not_found', 'unknown_account', `No account has the code ${account}.`);
    return { account, subscriptions: taken.map(takenOf) };
  }

  @Post(':code/subscriptions/:id/end')
  @HttpCode(200)
  @Roles('maker', 'operations', 'admin')
  @ApiOperation({ summary: 'End a subscription, at once or with what is granted; or preview that' })
  end(
    @Param({ schema: subscriptionParamsSchema }) params: SubscriptionParams,
    @Body({ schema: endSchema }) { when, preview }: EndRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<SubscriptionChangeView> {
    return this.change(params, { change: { end: when }, preview, by: subject });
  }

  @Post(':code/subscriptions/:id/resume')
  @HttpCode(200)
  @Roles('maker', 'operations', 'admin')
  @ApiOperation({ summary: 'Take back an end that is still to come; or preview that' })
  resume(
    @Param({ schema: subscriptionParamsSchema }) params: SubscriptionParams,
    @Body({ schema: resumeSchema }) { preview }: ResumeRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<SubscriptionChangeView> {
    return this.change(params, { change: 'resume', preview, by: subject });
  }

  @Post(':code/subscriptions/:id/suspend')
  @HttpCode(200)
  @Roles('maker', 'operations', 'admin')
  @ApiOperation({
    summary: 'Suspend a package or a base tariff: nothing further is granted; or preview that',
  })
  suspend(
    @Param({ schema: subscriptionParamsSchema }) params: SubscriptionParams,
    @Body({ schema: suspendSchema }) { reason, preview }: SuspendRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<SubscriptionChangeView> {
    return this.change(params, { change: { suspend: reason }, preview, by: subject });
  }

  @Post(':code/subscriptions/:id/reactivate')
  @HttpCode(200)
  @Roles('maker', 'operations', 'admin')
  @ApiOperation({ summary: 'Take a suspension back; what was missed is not granted. Or preview that' })
  reactivate(
    @Param({ schema: subscriptionParamsSchema }) params: SubscriptionParams,
    @Body({ schema: suspendSchema }) { reason, preview }: SuspendRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<SubscriptionChangeView> {
    return this.change(params, { change: { reactivate: reason }, preview, by: subject });
  }

  private async change(
    { code, id }: SubscriptionParams,
    change: Pick<SubscriptionToChange, 'change' | 'preview' | 'by'>,
  ): Promise<SubscriptionChangeView> {
    const changed = await this.changeSubscription.run({ account: code, subscriptionId: id, ...change });
    if (!changed.ok) throw refusedChange(changed.refusal);
    return changeOf(code, changed.value);
  }
}
