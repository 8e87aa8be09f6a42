import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { TransferGrant } from '@ciyuan/modules/subscriptions';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { refusedTransfer, transferOf, transferredOf } from './transfers.convert';
import { transferSchema, type TransferRequest, type TransferView } from './transfers.dto';

@Controller('v1/accounts')
export class TransfersController {
  constructor(private readonly transferGrant: TransferGrant) {}

  @Post(':code/transfers')
  @HttpCode(200)
  @Roles('operations', 'admin')
  @ApiOperation({ summary: 'Give package tokens of an account to another one; or preview that' })
  async give(
    @Param('code') account: string,
    @Body({ schema: transferSchema }) body: TransferRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<TransferView> {
    const made = await this.transferGrant.run(transferOf(account, body, subject));
    if (!made.ok) throw refusedTransfer(made.refusal);
    return transferredOf(account, body.to, made.value);
  }
}
