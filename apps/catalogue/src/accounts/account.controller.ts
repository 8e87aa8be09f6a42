import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ReadAccount } from '@ciyuan/modules/parties';
import { Roles } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import { STAFF } from '../staff';
import { accountOf } from './accounts.convert';
import type { AccountView } from './accounts.dto';

@Controller('v1/accounts')
export class AccountController {
  constructor(private readonly readAccount: ReadAccount) {}

  @Get(':code')
  @Roles(...STAFF)
  @ApiOperation({ summary: 'An account: whose it is, where, and how it stands' })
  async read(@Param('code') code: string): Promise<AccountView> {
    const account = await this.readAccount.run(code);
    if (account === undefined)
      throw new Refused('not_found', 'unknown_account', `No account has the code ${code}.`);
    return accountOf(account);
  }
}
