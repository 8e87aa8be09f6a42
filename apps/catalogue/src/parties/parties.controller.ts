import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Party } from '@ciyuan/core/catalogue';
import { ListParties, RegisterParty, partySchema } from '@ciyuan/modules/parties';
import { Roles } from '@ciyuan/platform/auth';
import { refusedRegistration } from '../refused-registration';
import { STAFF } from '../staff';

@Controller('v1/parties')
export class PartiesController {
  constructor(
    private readonly listParties: ListParties,
    private readonly registerParty: RegisterParty,
  ) {}

  @Get()
  @Roles(...STAFF)
  @ApiOperation({ summary: 'Operator, vendors, compute owners, channels and partners, by code' })
  async list(): Promise<{ parties: Party[] }> {
    return { parties: await this.listParties.run() };
  }

  @Post()
  @Roles('maker', 'admin')
  @ApiOperation({ summary: 'Make a party known; saying the same again changes nothing' })
  async register(@Body({ schema: partySchema }) body: Party): Promise<Party> {
    const answer = await this.registerParty.run(body);
    if (!answer.ok) throw refusedRegistration(answer.refusal, 'party');
    return answer.value;
  }
}
