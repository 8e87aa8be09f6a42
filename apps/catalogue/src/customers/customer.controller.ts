import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ReadCustomer } from '@ciyuan/modules/parties';
import { Roles } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import { STAFF } from '../staff';
import { customerView } from './customers.convert';
import type { CustomerReadView } from './customers.dto';

@Controller('v1/customers')
export class CustomerController {
  constructor(private readonly readCustomer: ReadCustomer) {}

  @Get(':code')
  @Roles(...STAFF)
  @ApiOperation({ summary: 'A customer with everybody above it and those directly below it' })
  async read(@Param('code') code: string): Promise<CustomerReadView> {
    const read = await this.readCustomer.run(code);
    if (read === undefined)
      throw new Refused('not_found', 'unknown_customer', `No customer has the code ${code}.`);
    return {
      ...customerView(read.customer),
      above: read.above.map(customerView),
      parts: read.parts.map(customerView),
      moreParts: read.hasMoreParts,
    };
  }
}
