import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ReadCollection, SetCollection } from '@ciyuan/modules/billing';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { collectionOf, wantedOf } from './phone-bills.convert';
import {
  collectionSchema,
  type CollectionRequest,
  type CollectionView,
  type CollectionsView,
} from './phone-bills.dto';
import { refusedPhoneBill } from './refused-phone-bill';

/** Whether an account pays by itself or with a phone bill. */
@Controller('v1/accounts')
export class CollectionsController {
  constructor(
    private readonly setCollection: SetCollection,
    private readonly readCollection: ReadCollection,
  ) {}

  @Put(':code/collection')
  @Roles('finance', 'maker', 'admin')
  @ApiOperation({ summary: 'How an account pays what becomes final from an instant on' })
  async set(
    @Param('code') account: string,
    @Body({ schema: collectionSchema }) body: CollectionRequest,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<CollectionView> {
    const set = await this.setCollection.run(wantedOf(account, body, by));
    if (!set.ok) throw refusedPhoneBill(set.refusal);
    return collectionOf(set.value);
  }

  @Get(':code/collection')
  @Roles('finance', 'maker', 'checker', 'operations', 'admin')
  @ApiOperation({ summary: 'How an account paid, pays and is to pay' })
  async read(@Param('code') account: string): Promise<CollectionsView> {
    const found = await this.readCollection.run(account);
    if (found === undefined) throw refusedPhoneBill({ code: 'unknown_account' });
    return { collections: found.map(collectionOf) };
  }
}
