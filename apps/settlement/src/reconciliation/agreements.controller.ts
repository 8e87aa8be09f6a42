import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { AgreeReconciliation, ListAgreements } from '@ciyuan/modules/reconciliation';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { readerOf } from '../statements/statements.convert';
import { agreementOf, refusedAgreement, wantedAgreement } from './agreements.convert';
import {
  agreementParamsSchema,
  newAgreementSchema,
  type AgreementParams,
  type AgreementView,
  type AgreementsView,
  type NewAgreementRequest,
} from './agreements.dto';

/** How near a party's figures must come to ours, and what the columns of its files are called. */
@Controller('v1/parties/:party/reconciliation-agreements')
export class AgreementsController {
  constructor(
    private readonly agreeReconciliation: AgreeReconciliation,
    private readonly listAgreements: ListAgreements,
  ) {}

  @Put()
  @Roles('finance', 'admin')
  @ApiOperation({
    summary: 'Agree tolerances and columns with a party; they replace what was agreed from then on',
  })
  async agree(
    @Param({ schema: agreementParamsSchema }) { party }: AgreementParams,
    @Body({ schema: newAgreementSchema }) request: NewAgreementRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<AgreementView> {
    const agreed = await this.agreeReconciliation.run(wantedAgreement(party, request, subject));
    if (!agreed.ok) throw refusedAgreement(agreed.refusal);
    return agreementOf(agreed.value);
  }

  @Get()
  @Roles('finance', 'checker', 'operations', 'admin', 'partner')
  @ApiOperation({ summary: 'All that was agreed with a party about its files, the earliest first' })
  async list(
    @Param({ schema: agreementParamsSchema }) { party }: AgreementParams,
    @CurrentCaller() caller: Caller,
  ): Promise<AgreementsView> {
    const { toldTo = party } = readerOf(caller);
    const agreements = toldTo === party ? await this.listAgreements.run(party) : undefined;
    if (agreements === undefined) throw refusedAgreement({ code: 'unknown_party' });
    return { agreements: agreements.map(agreementOf) };
  }
}
