import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { formatInstant } from '@ciyuan/core/kernel';
import { HoldPrices } from '@ciyuan/modules/subscriptions';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { instantOrNull, refusedChange } from '../subscription-changes/subscription-changes.convert';
import {
  subscriptionParamsSchema,
  type SubscriptionParams,
} from '../subscription-changes/subscription-changes.dto';
import { heldOf, termsOf } from './price-protections.convert';
import {
  priceProtectionSchema,
  priceProtectionsSchema,
  type PriceProtection,
  type PriceProtections,
  type PriceProtectionsView,
  type PriceProtectionView,
} from './price-protections.dto';

@Controller('v1')
export class PriceProtectionsController {
  constructor(private readonly holdPrices: HoldPrices) {}

  @Post('accounts/:code/subscriptions/:id/price-protection')
  @HttpCode(200)
  @Roles('maker', 'operations', 'admin')
  @ApiOperation({ summary: 'Hold the prices of a base tariff, or let them follow the book; or preview that' })
  async one(
    @Param({ schema: subscriptionParamsSchema }) { code, id }: SubscriptionParams,
    @Body({ schema: priceProtectionSchema }) body: PriceProtection,
    @CurrentCaller() { subject }: Caller,
  ): Promise<PriceProtectionView> {
    const terms = termsOf(body);
    const subscriptions = [{ account: code, subscription: id }];
    const [held] = await this.holdPrices.run({ subscriptions, ...terms, by: subject });
    if (held === undefined) throw new Error('a subscription was asked for and nothing came of it');
    if (!held.outcome.ok) throw refusedChange({ code: held.outcome.refusal.code });
    const { applied, subscriptions: changes } = held.outcome.value;
    return {
      account: code,
      subscriptionId: id,
      asOf: formatInstant(terms.asOf),
      until: instantOrNull(terms.until),
      changed: changes[0]?.changed ?? false,
      applied,
    };
  }

  @Post('price-protections')
  @HttpCode(200)
  @Roles('maker', 'operations', 'admin')
  @ApiOperation({ summary: 'Hold the prices of many base tariffs, each account by itself; or preview that' })
  async many(
    @Body({ schema: priceProtectionsSchema }) { subscriptions, ...terms }: PriceProtections,
    @CurrentCaller() { subject }: Caller,
  ): Promise<PriceProtectionsView> {
    const held = await this.holdPrices.run({ subscriptions, ...termsOf(terms), by: subject });
    return { accounts: held.map(heldOf) };
  }
}
