import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  ReRateAccount,
  ReRateVoided,
  RepriceCosts,
  type CostsRepriced,
  type VoidedReRated,
} from '@ciyuan/modules/charging';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { periodOf, refusedReRating, viewOf } from './re-ratings.convert';
import {
  reRatingSchema,
  monthSchema,
  type ReRatingRequest,
  type ReRatingView,
  type MonthRequest,
} from './re-ratings.dto';

@Controller('v1/re-ratings')
export class ReRatingsController {
  constructor(
    private readonly reRateAccount: ReRateAccount,
    private readonly reRateVoided: ReRateVoided,
    private readonly repriceCosts: RepriceCosts,
  ) {}

  @Post()
  @HttpCode(200)
  @Roles('operations', 'finance', 'admin')
  @ApiOperation({
    summary:
      'Rate an account’s records of a time anew: what would change, and with apply and its digest, that',
  })
  async reRate(
    @Body({ schema: reRatingSchema }) request: ReRatingRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<ReRatingView> {
    const reRated = await this.reRateAccount.run(periodOf(request, subject));
    if (!reRated.ok) throw refusedReRating(request.account, reRated.refusal);
    return viewOf(request.account, reRated.value);
  }

  @Post('voided')
  @HttpCode(200)
  @Roles('operations', 'finance', 'admin')
  @ApiOperation({
    summary:
      'Before a month is issued: rate anew every account with voids booked to it that nothing has since',
  })
  voided(
    @Body({ schema: monthSchema }) { month }: MonthRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<VoidedReRated> {
    return this.reRateVoided.run({ month, by: subject });
  }

  @Post('costs')
  @HttpCode(200)
  @Roles('operations', 'finance', 'admin')
  @ApiOperation({
    summary:
      'Book the costs of a month that no book priced and one does by now; nothing that customers are charged',
  })
  costs(
    @Body({ schema: monthSchema }) { month }: MonthRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<CostsRepriced> {
    return this.repriceCosts.run({ month, by: subject });
  }
}
