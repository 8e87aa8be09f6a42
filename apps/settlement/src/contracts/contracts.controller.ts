import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ReadCommitmentPosition, ReadTerms } from '@ciyuan/modules/settlement';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { readerOf } from '../statements/statements.convert';
import { positionOf, termsOf, unknownParty } from './contracts.convert';
import { partyParamsSchema, type PartyParams, type PositionsView, type TermsView } from './contracts.dto';

/** What is agreed with a party about its statements; a partner reads of its own alone. */
@Controller('v1/parties')
@Roles('finance', 'checker', 'operations', 'admin', 'partner')
export class ContractsController {
  constructor(
    private readonly readTerms: ReadTerms,
    private readonly readCommitmentPosition: ReadCommitmentPosition,
  ) {}

  @Get(':code/terms')
  @ApiOperation({
    summary: 'The contract in force with a party, since when, and what is advanced and held back by it',
  })
  async terms(
    @Param({ schema: partyParamsSchema }) { code }: PartyParams,
    @CurrentCaller() caller: Caller,
  ): Promise<TermsView> {
    const read = isHidden(code, caller) ? undefined : await this.readTerms.run(code);
    if (read === undefined) throw unknownParty();
    return termsOf(read);
  }

  @Get(':code/commitment-position')
  @ApiOperation({
    summary: 'What was promised to buy of a party, what counts by month, and what will be due',
  })
  async position(
    @Param({ schema: partyParamsSchema }) { code }: PartyParams,
    @CurrentCaller() caller: Caller,
  ): Promise<PositionsView> {
    const read = isHidden(code, caller) ? undefined : await this.readCommitmentPosition.run(code);
    if (read === undefined) throw unknownParty();
    return { positions: read.map(positionOf) };
  }
}

const isHidden = (code: string, caller: Caller): boolean => (readerOf(caller).toldTo ?? code) !== code;
