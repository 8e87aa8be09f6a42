import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { parseFen } from '@ciyuan/core/kernel';
import { DecideDisputeLine, ProposeDecision, WithdrawDisputeLine } from '@ciyuan/modules/settlement';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { readerOf } from '../statements/statements.convert';
import { disputeOf } from './disputes.convert';
import {
  decisionSchema,
  disputeLineParamsSchema,
  proposalSchema,
  withdrawalSchema,
  type DecisionRequest,
  type DisputeLineParams,
  type DisputeView,
  type ProposalRequest,
  type WithdrawalRequest,
} from './disputes.dto';
import { refusedDispute } from './refused-dispute';

/** What becomes of a disputed line. */
@Controller('v1/disputes/:id/lines/:line')
export class DisputeLinesController {
  constructor(
    private readonly proposeDecision: ProposeDecision,
    private readonly decideDisputeLine: DecideDisputeLine,
    private readonly withdrawDisputeLine: WithdrawDisputeLine,
  ) {}

  @Post('proposal')
  @HttpCode(200)
  @Roles('finance', 'maker', 'checker', 'admin')
  @ApiOperation({ summary: 'Say what should become of a disputed line: what is granted, or that nothing is' })
  async propose(
    @Param({ schema: disputeLineParamsSchema }) { id: disputeId, line }: DisputeLineParams,
    @Body({ schema: proposalSchema }) { granted, reason }: ProposalRequest,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<DisputeView> {
    const grantedFen = granted === null ? null : parseFen(granted);
    const told = await this.proposeDecision.run({ disputeId, line, by, grantedFen, reason });
    if (!told.ok) throw refusedDispute(told.refusal);
    return disputeOf(told.value);
  }

  @Post('decision')
  @HttpCode(200)
  @Roles('finance', 'checker', 'admin')
  @ApiOperation({ summary: 'Agree to what was proposed, as another person, or send it back' })
  async decide(
    @Param({ schema: disputeLineParamsSchema }) { id: disputeId, line }: DisputeLineParams,
    @Body({ schema: decisionSchema }) decision: DecisionRequest,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<DisputeView> {
    const told = await this.decideDisputeLine.run({ disputeId, line, by, ...decision });
    if (!told.ok) throw refusedDispute(told.refusal);
    return disputeOf(told.value);
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Roles('finance', 'operations', 'admin', 'partner')
  @ApiOperation({ summary: 'Dispute a line no longer: the party itself, or staff in its name' })
  async withdraw(
    @Param({ schema: disputeLineParamsSchema }) { id: disputeId, line }: DisputeLineParams,
    @Body({ schema: withdrawalSchema }) { reason }: WithdrawalRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<DisputeView> {
    const wanted = { disputeId, line, by: caller.subject, reason, ...readerOf(caller) };
    const told = await this.withdrawDisputeLine.run(wanted);
    if (!told.ok) throw refusedDispute(told.refusal);
    return disputeOf(told.value);
  }
}
