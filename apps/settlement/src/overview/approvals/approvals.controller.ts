import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { formatFen, formatInstant } from '@ciyuan/core/kernel';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import {
  approvalsQuerySchema,
  type ApprovalsQuery,
  type ApprovalsView,
  type ApprovalView,
} from './approvals.dto';
import { ListApprovals, type ListedApproval } from './list-approvals';

@Controller('v1/approvals')
export class ApprovalsController {
  constructor(private readonly listApprovals: ListApprovals) {}

  @Get()
  @Roles('finance', 'maker', 'checker', 'operations', 'admin')
  @ApiOperation({ summary: 'What waits for a second person of the caller’s role, the longest wait first' })
  async list(
    @Query({ schema: approvalsQuerySchema }) { kind }: ApprovalsQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<ApprovalsView> {
    const { items, more } = await this.listApprovals.run(caller, kind);
    return { approvals: items.map(viewOf), more };
  }
}

const viewOf = ({ askedAt, amount, isMine, ...one }: ListedApproval): ApprovalView => ({
  ...one,
  askedAt: formatInstant(askedAt),
  amount: amount === null ? null : { currency: amount.currency, value: formatFen(amount.fen) },
  mine: isMine,
});
