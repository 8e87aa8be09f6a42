import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ReadBalance } from '@ciyuan/modules/charging';
import { Roles } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import { balanceOf, type BalanceView } from './balance.convert';

@Controller('v1/accounts')
export class BalanceController {
  constructor(private readonly readBalance: ReadBalance) {}

  @Get(':code/balance')
  @Roles('admin', 'maker', 'checker', 'finance', 'operations')
  @ApiOperation({ summary: 'Every grant of an account in burn order, and what is left of it' })
  async read(@Param('code') code: string): Promise<BalanceView> {
    const grants = await this.readBalance.run(code);
    if (grants === undefined)
      throw new Refused('not_found', 'unknown_account', `No account has the code ${code}.`);
    return balanceOf(code, grants);
  }
}
