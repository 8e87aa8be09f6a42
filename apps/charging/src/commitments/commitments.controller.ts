import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ReadCommitments } from '@ciyuan/modules/subscriptions';
import { Roles } from '@ciyuan/platform/auth';
import { Clock } from '@ciyuan/platform/clock';
import { Refused } from '@ciyuan/platform/http';
import { commitmentsOf } from './commitments.convert';
import { commitmentsQuerySchema, type CommitmentsQuery, type CommitmentsView } from './commitments.dto';

@Controller('v1/accounts')
export class CommitmentsController {
  constructor(
    private readonly readCommitments: ReadCommitments,
    private readonly clock: Clock,
  ) {}

  @Get(':code/commitments')
  @Roles('admin', 'maker', 'checker', 'finance', 'operations')
  @ApiOperation({ summary: 'The commitments of an account, and what each of their periods has come to' })
  async read(
    @Param('code') code: string,
    @Query({ schema: commitmentsQuerySchema }) query: CommitmentsQuery,
  ): Promise<CommitmentsView> {
    const commitments = await this.readCommitments.run(code);
    if (commitments === undefined)
      throw new Refused('not_found', 'unknown_account', `No account has the code ${code}.`);
    return commitmentsOf(code, commitments, query, this.clock.now());
  }
}
