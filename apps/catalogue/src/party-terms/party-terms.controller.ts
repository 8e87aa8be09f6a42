import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { AgreeTerms, ListTerms } from '@ciyuan/modules/parties';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { STAFF } from '../staff';
import { refusedTerms, termsOf, wantedOf } from './party-terms.convert';
import { partyTermsSchema, type PartyTermsRequest, type PartyTermsView } from './party-terms.dto';

@Controller('v1/parties')
export class PartyTermsController {
  constructor(
    private readonly agreeTerms: AgreeTerms,
    private readonly listTerms: ListTerms,
  ) {}

  @Get(':code/terms')
  @Roles(...STAFF)
  @ApiOperation({ summary: 'What is agreed with a party about its statements, the earliest terms first' })
  async list(@Param('code') party: string): Promise<{ terms: PartyTermsView[] }> {
    const terms = await this.listTerms.run(party);
    if (terms === undefined) throw refusedTerms({ code: 'unknown_party' });
    return { terms: terms.map(termsOf) };
  }

  @Post(':code/terms')
  @HttpCode(201)
  @Roles('finance', 'admin')
  @ApiOperation({
    summary: 'Agree on dispute days, minimum payout, payment days and the payee, from a time on',
  })
  async agree(
    @Param('code') party: string,
    @Body({ schema: partyTermsSchema }) body: PartyTermsRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<PartyTermsView> {
    const agreed = await this.agreeTerms.run(wantedOf(party, body, subject));
    if (!agreed.ok) throw refusedTerms(agreed.refusal);
    return termsOf(agreed.value);
  }
}
