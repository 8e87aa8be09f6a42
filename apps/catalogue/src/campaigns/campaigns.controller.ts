import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  ListPools,
  OpenCampaignPool,
  TopUpPool,
  campaignPoolSchema,
  type WrittenCampaignPool,
} from '@ciyuan/modules/subscriptions';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { refusedRegistration } from '../refused-registration';
import { STAFF } from '../staff';
import { pageOf, poolView, poolsOf, refusedTopUp } from './campaigns.convert';
import {
  poolsQuerySchema,
  topUpSchema,
  type CampaignPoolView,
  type CampaignPoolsView,
  type PoolsQuery,
  type TopUpBody,
} from './campaigns.dto';

@Controller('v1/campaign-pools')
export class CampaignsController {
  constructor(
    private readonly listPools: ListPools,
    private readonly openPool: OpenCampaignPool,
    private readonly topUpPool: TopUpPool,
  ) {}

  @Get()
  @Roles(...STAFF)
  @ApiOperation({
    summary: 'Pools of package tokens that campaigns give from, and what is taken of them, page by page',
  })
  async list(@Query({ schema: poolsQuerySchema }) query: PoolsQuery): Promise<CampaignPoolsView> {
    return poolsOf(await this.listPools.run(pageOf(query)));
  }

  @Post()
  @Roles('maker', 'admin')
  @ApiOperation({ summary: 'Open a campaign’s pool; opening the same again changes nothing' })
  async open(
    @Body({ schema: campaignPoolSchema }) body: WrittenCampaignPool,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<CampaignPoolView> {
    const answer = await this.openPool.run(body, by);
    if (!answer.ok) throw refusedRegistration(answer.refusal, 'pool');
    return poolView(answer.value);
  }

  @Post(':code/top-ups')
  @Roles('maker', 'admin')
  @ApiOperation({ summary: 'Put tokens into a pool, once for each reference' })
  async topUp(
    @Param('code') pool: string,
    @Body({ schema: topUpSchema }) { reference, tokens }: TopUpBody,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<CampaignPoolView> {
    const answer = await this.topUpPool.run({ pool, reference, tokens, by });
    if (!answer.ok) throw refusedTopUp(answer.refusal);
    return poolView(answer.value);
  }
}
