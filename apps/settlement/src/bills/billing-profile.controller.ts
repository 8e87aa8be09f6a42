import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { FindBillingProfile, SetBillingProfile } from '@ciyuan/modules/billing';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { profileParamsSchema, profileSchema, type ProfileParams, type ProfileRequest } from './bills.dto';
import type { BillingProfileAnswer, BillingProfileView } from './bills.views';
import { profileOf } from './invoices.convert';
import { refusedBilling } from './refused-billing';

@Controller('v1/customers')
export class BillingProfileController {
  constructor(
    private readonly findBillingProfile: FindBillingProfile,
    private readonly setBillingProfile: SetBillingProfile,
  ) {}

  @Get(':code/billing-profile')
  @Roles('admin', 'maker', 'checker', 'finance', 'operations')
  @ApiOperation({
    summary: 'How a customer is billed, and what its fapiao names; none where nothing was said',
  })
  async read(
    @Param({ schema: profileParamsSchema }) { code: customer }: ProfileParams,
  ): Promise<BillingProfileAnswer> {
    const profile = await this.findBillingProfile.run(customer);
    if (profile === undefined) throw refusedBilling({ code: 'unknown_customer' });
    return { profile: profile === null ? null : profileOf(profile) };
  }

  @Put(':code/billing-profile')
  @Roles('finance', 'maker', 'admin')
  @ApiOperation({ summary: 'How a customer is billed from the next run on, and what its fapiao names' })
  async set(
    @Param({ schema: profileParamsSchema }) { code: customer }: ProfileParams,
    @Body({ schema: profileSchema }) body: ProfileRequest,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<BillingProfileView> {
    const set = await this.setBillingProfile.run({ customer, ...body, by });
    if (!set.ok) throw refusedBilling(set.refusal);
    return profileOf(set.value);
  }
}
