import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ApproveDraft, RejectDraft } from '@ciyuan/modules/catalogue';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { approvalOf, draftOf } from './drafts.convert';
import {
  draftParamsSchema,
  rejectionSchema,
  type ApprovalView,
  type DraftParams,
  type DraftView,
  type RejectionRequest,
} from './drafts.dto';
import { refusedDraft } from './refused-draft';

/** What the second person does with a draft. */
@Controller('v1/drafts')
export class DecisionsController {
  constructor(
    private readonly approveDraft: ApproveDraft,
    private readonly rejectDraft: RejectDraft,
  ) {}

  @Post(':id/approve')
  @HttpCode(200)
  @Roles('checker', 'admin')
  @ApiOperation({
    summary: 'Sign a submitted draft, as another person than its author: it is in the catalogue',
  })
  async approve(
    @Param({ schema: draftParamsSchema }) { id: draftId }: DraftParams,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<ApprovalView> {
    const approved = await this.approveDraft.run({ draftId, by });
    if (!approved.ok) throw refusedDraft(approved.refusal);
    return approvalOf(approved.value);
  }

  @Post(':id/reject')
  @HttpCode(200)
  @Roles('checker', 'admin')
  @ApiOperation({ summary: 'Refuse a submitted draft, as another person than its author, and say why' })
  async reject(
    @Param({ schema: draftParamsSchema }) { id: draftId }: DraftParams,
    @Body({ schema: rejectionSchema }) { reason }: RejectionRequest,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<DraftView> {
    const draft = await this.rejectDraft.run({ draftId, by, reason });
    if (!draft.ok) throw refusedDraft(draft.refusal);
    return draftOf(draft.value);
  }
}
