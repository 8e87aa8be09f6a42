import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  AssignCustomer,
  ChangeAccountStatus,
  ListAccounts,
  OpenAccount,
  newAccountSchema,
  type NewAccount,
} from '@ciyuan/modules/parties';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { refusedRegistration } from '../refused-registration';
import { STAFF } from '../staff';
import { accountOf, accountsOf, pageOf, refusedChange } from './accounts.convert';
import {
  accountsQuerySchema,
  assignmentSchema,
  statusSchema,
  type AccountView,
  type AccountsQuery,
  type AccountsView,
  type AssignmentBody,
  type StatusBody,
} from './accounts.dto';

@Controller('v1/accounts')
export class AccountsController {
  constructor(
    private readonly listAccounts: ListAccounts,
    private readonly openAccount: OpenAccount,
    private readonly changeStatus: ChangeAccountStatus,
    private readonly assignCustomer: AssignCustomer,
  ) {}

  @Get()
  @Roles(...STAFF)
  @ApiOperation({
    summary: 'Accounts, filtered and sorted, page by page; by their opening unless said otherwise',
  })
  async list(@Query({ schema: accountsQuerySchema }) query: AccountsQuery): Promise<AccountsView> {
    return accountsOf(await this.listAccounts.run(pageOf(query)));
  }

  @Post()
  @Roles('maker', 'operations', 'admin')
  @ApiOperation({ summary: 'Open an account; opening the same again changes nothing' })
  async open(@Body({ schema: newAccountSchema }) body: NewAccount): Promise<AccountView> {
    const answer = await this.openAccount.run(body);
    if (!answer.ok) throw refusedRegistration(answer.refusal, 'account');
    return accountOf(answer.value);
  }

  @Post(':code/status')
  @Roles('operations', 'admin')
  @ApiOperation({ summary: 'Suspend an account, take it up again, or close it for good' })
  async change(
    @Param('code') account: string,
    @Body({ schema: statusSchema }) { status, reason }: StatusBody,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<AccountView> {
    const answer = await this.changeStatus.run({ account, status, reason, by });
    if (!answer.ok) throw refusedChange(answer.refusal);
    return accountOf(answer.value);
  }

  @Post(':code/customer')
  @Roles('maker', 'operations', 'admin')
  @ApiOperation({ summary: 'Say whose an account is that was opened without a customer' })
  async assign(
    @Param('code') account: string,
    @Body({ schema: assignmentSchema }) { customer }: AssignmentBody,
  ): Promise<AccountView> {
    const answer = await this.assignCustomer.run({ account, customer });
    if (!answer.ok) throw refusedChange(answer.refusal);
    return accountOf(answer.value);
  }
}
