import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { SetBillingProfile } from '@ciyuan/modules/billing';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { profileParamsSchema, profileSchema, type ProfileParams, type ProfileRequest } from './bills.dto';
import type { BillingProfileView } from './bills.views';
import { profileOf } from './invoices.convert';
import { refusedBilling } from './refused-billing';

@Controller('v1/customers')
export class BillingProfileController {
  constructor(private readonly setBillingProfile: SetBillingProfile) {}

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
