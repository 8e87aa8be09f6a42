import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ListAccounts, OpenAccount, newAccountSchema, type NewAccount } from '@ciyuan/modules/parties';
import { Roles } from '@ciyuan/platform/auth';
import { refusedRegistration } from '../refused-registration';
import { STAFF } from '../staff';
import { accountOf, accountsOf, placeOf } from './accounts.convert';
import { accountsQuerySchema, type AccountView, type AccountsQuery, type AccountsView } from './accounts.dto';

@Controller('v1/accounts')
export class AccountsController {
  constructor(
    private readonly listAccounts: ListAccounts,
    private readonly openAccount: OpenAccount,
  ) {}

  @Get()
  @Roles(...STAFF)
  @ApiOperation({ summary: 'Accounts in the order in which they were opened, page by page' })
  async list(@Query({ schema: accountsQuerySchema }) query: AccountsQuery): Promise<AccountsView> {
    return accountsOf(await this.listAccounts.run(placeOf(query)), query.limit);
  }

  @Post()
  @Roles('maker', 'operations', 'admin')
  @ApiOperation({ summary: 'Open an account; opening the same again changes nothing' })
  async open(@Body({ schema: newAccountSchema }) body: NewAccount): Promise<AccountView> {
    const answer = await this.openAccount.run(body);
    if (!answer.ok) throw refusedRegistration(answer.refusal, 'account');
    return accountOf(answer.value);
  }
}
