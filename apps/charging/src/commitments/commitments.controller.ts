import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ReadCommitments } from '@ciyuan/modules/subscriptions';
import { Roles } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import { commitmentsOf, type CommitmentsView } from './commitments.convert';

@Controller('v1/accounts')
export class CommitmentsController {
  constructor(private readonly readCommitments: ReadCommitments) {}

  @Get(':code/commitments')
  @Roles('admin', 'maker', 'checker', 'finance', 'operations')
  @ApiOperation({ summary: 'Every commitment of an account, and what each of its periods has come to' })
  async read(@Param('code') code: string): Promise<CommitmentsView> {
    const commitments = await this.readCommitments.run(code);
    if (commitments === undefined)
      throw new Refused('not_found', 'unknown_account', `No account has the code ${code}.`);
    return commitmentsOf(code, commitments);
  }
}
