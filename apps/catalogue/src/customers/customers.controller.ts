import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { parseInstant } from '@ciyuan/core/kernel';
import { ListCustomers, MoveCustomer, RegisterCustomer, VerifyCustomer } from '@ciyuan/modules/parties';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { refusedRegistration } from '../refused-registration';
import { STAFF } from '../staff';
import { customerOf, customerView, customersOf, pageOf, refusedChange } from './customers.convert';
import {
  customersQuerySchema,
  moveSchema,
  newCustomerBodySchema,
  verificationSchema,
  type CustomerView,
  type CustomersQuery,
  type CustomersView,
  type MoveBody,
  type NewCustomerBody,
  type VerificationBody,
} from './customers.dto';
import { IdentityKey } from './identity-key';

@Controller('v1/customers')
export class CustomersController {
  constructor(
    private readonly identityKey: IdentityKey,
    private readonly listCustomers: ListCustomers,
    private readonly moveCustomer: MoveCustomer,
    private readonly registerCustomer: RegisterCustomer,
    private readonly verifyCustomer: VerifyCustomer,
  ) {}

  @Get()
  @Roles(...STAFF)
  @ApiOperation({ summary: 'Customers, filtered and sorted, page by page; by code unless said otherwise' })
  async list(@Query({ schema: customersQuerySchema }) query: CustomersQuery): Promise<CustomersView> {
    return customersOf(await this.listCustomers.run(pageOf(query)));
  }

  @Post()
  @Roles('maker', 'operations', 'admin')
  @ApiOperation({
    summary: 'Make a customer known, once for each identity; saying the same again changes nothing',
  })
  async register(@Body({ schema: newCustomerBodySchema }) body: NewCustomerBody): Promise<CustomerView> {
    const answer = await this.registerCustomer.run(customerOf(body, this.identityKey));
    if (!answer.ok) throw refusedRegistration(answer.refusal, 'customer');
    return customerView(answer.value);
  }

  @Post(':code/verification')
  @Roles('operations', 'admin')
  @ApiOperation({ summary: 'Note that a customer is who it says; the first finding stands' })
  async verify(
    @Param('code') code: string,
    @Body({ schema: verificationSchema }) body: VerificationBody,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<CustomerView> {
    const verifiedAt = parseInstant(body.verifiedAt) as number;
    const answer = await this.verifyCustomer.run({ code, verifiedAt, by });
    if (!answer.ok) throw refusedChange(answer.refusal);
    return customerView(answer.value);
  }

  @Post(':code/parent')
  @Roles('maker', 'operations', 'admin')
  @ApiOperation({ summary: 'Make an organisation part of another, or of none' })
  async move(
    @Param('code') code: string,
    @Body({ schema: moveSchema }) { parent }: MoveBody,
  ): Promise<CustomerView> {
    const answer = await this.moveCustomer.run({ code, parent });
    if (!answer.ok) throw refusedChange(answer.refusal);
    return customerView(answer.value);
  }
}
