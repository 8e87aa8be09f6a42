import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentCaller, Roles, StaffAccounts, type Caller } from '@ciyuan/platform/auth';
import { accountOf, accountsOf, givenOf, pageOf, refusedStaff } from './staff-accounts.convert';
import {
  newStaffAccountSchema,
  staffParamsSchema,
  staffQuerySchema,
  staffTermsSchema,
  type GivenPasswordView,
  type NewStaffAccountBody,
  type StaffAccountView,
  type StaffAccountsView,
  type StaffParams,
  type StaffQuery,
  type StaffTermsBody,
} from './staff-accounts.dto';

@Controller('v1/staff-accounts')
export class StaffAccountsController {
  constructor(private readonly accounts: StaffAccounts) {}

  @Get()
  @Roles('admin')
  @ApiOperation({
    summary: 'Who may sign in, filtered and sorted, page by page; by login unless said otherwise',
  })
  async list(@Query({ schema: staffQuerySchema }) query: StaffQuery): Promise<StaffAccountsView> {
    return accountsOf(await this.accounts.list(pageOf(query)));
  }

  @Post()
  @Roles('admin')
  @ApiOperation({ summary: 'Let somebody sign in, with a password that is said once' })
  async add(
    @Body({ schema: newStaffAccountSchema }) body: NewStaffAccountBody,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<GivenPasswordView> {
    const answer = await this.accounts.add(body, by);
    if (!answer.ok) throw refusedStaff(answer.refusal);
    return givenOf(answer.value);
  }

  @Get(':login')
  @Roles('admin')
  @ApiOperation({ summary: 'One account' })
  async read(@Param({ schema: staffParamsSchema }) { login }: StaffParams): Promise<StaffAccountView> {
    const account = await this.accounts.find(login);
    if (account === undefined) throw refusedStaff({ code: 'unknown_login', path: 'login', detail: login });
    return accountOf(account);
  }

  @Put(':login')
  @Roles('admin')
  @ApiOperation({ summary: 'Change name, role and party, or disable; it counts with the next request' })
  async change(
    @Param({ schema: staffParamsSchema }) { login }: StaffParams,
    @Body({ schema: staffTermsSchema }) body: StaffTermsBody,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<StaffAccountView> {
    const answer = await this.accounts.change(login, body, by);
    if (!answer.ok) throw refusedStaff(answer.refusal);
    return accountOf(answer.value);
  }

  @Post(':login/password')
  @HttpCode(200)
  @Roles('admin')
  @ApiOperation({ summary: 'Give another password, said once; every session of the account ends' })
  async resetPassword(
    @Param({ schema: staffParamsSchema }) { login }: StaffParams,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<GivenPasswordView> {
    const answer = await this.accounts.resetPassword(login, by);
    if (!answer.ok) throw refusedStaff(answer.refusal);
    return givenOf(answer.value);
  }
}
