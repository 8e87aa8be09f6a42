import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ReadIntake } from '@ciyuan/modules/reporting';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { intakeOf } from './intake.convert';
import { intakeQuerySchema, type IntakeQuery, type IntakeView } from './intake.dto';

@Controller('v1/intake')
export class IntakeController {
  constructor(private readonly readIntake: ReadIntake) {}

  @Get()
  @Roles('operations', 'finance', 'admin', 'partner')
  @ApiOperation({
    summary: 'What was written of usage in the last minutes, by who reported it; a partner sees its own',
  })
  async read(
    @Query({ schema: intakeQuerySchema }) query: IntakeQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<IntakeView> {
    const partner = caller.role === 'partner' ? caller.subject : query.partner;
    return intakeOf(await this.readIntake.run({ ...query, partner }));
  }
}
