import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ListDrafts, ReadDraft, SaveDraft, SubmitDraft, WithdrawDraft } from '@ciyuan/modules/catalogue';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { STAFF } from '../staff';
import { contentOf, detailsOf, draftOf, draftsOf, pageOf } from './drafts.convert';
import {
  draftContentSchema,
  draftParamsSchema,
  draftsQuerySchema,
  newDraftSchema,
  type DraftContentRequest,
  type DraftDetailsView,
  type DraftParams,
  type DraftView,
  type DraftsQuery,
  type DraftsView,
  type NewDraftRequest,
} from './drafts.dto';
import { refusedDraft, unknownDraft } from './refused-draft';

/** What the author of a draft does with it, and what everybody can read. */
@Controller('v1/drafts')
export class DraftsController {
  constructor(
    private readonly saveDraft: SaveDraft,
    private readonly submitDraft: SubmitDraft,
    private readonly withdrawDraft: WithdrawDraft,
    private readonly listDrafts: ListDrafts,
    private readonly readDraft: ReadDraft,
  ) {}

  @Post()
  @Roles('maker', 'admin')
  @ApiOperation({ summary: 'Write a draft of a version; kept only if the version could be published' })
  async write(
    @Body({ schema: newDraftSchema }) { kind, ...content }: NewDraftRequest,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<DraftView> {
    const draft = await this.saveDraft.run({ ...contentOf(content), kind, by });
    if (!draft.ok) throw refusedDraft(draft.refusal);
    return draftOf(draft.value);
  }

  @Put(':id')
  @Roles('maker', 'admin')
  @ApiOperation({ summary: 'Change a draft of one’s own that is not submitted' })
  async change(
    @Param({ schema: draftParamsSchema }) { id: draftId }: DraftParams,
    @Body({ schema: draftContentSchema }) content: DraftContentRequest,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<DraftView> {
    const draft = await this.saveDraft.run({ ...contentOf(content), draftId, by });
    if (!draft.ok) throw refusedDraft(draft.refusal);
    return draftOf(draft.value);
  }

  @Get()
  @Roles(...STAFF)
  @ApiOperation({ summary: 'Drafts, filtered and sorted, page by page' })
  async list(@Query({ schema: draftsQuerySchema }) query: DraftsQuery): Promise<DraftsView> {
    return draftsOf(await this.listDrafts.run(pageOf(query)));
  }

  @Get(':id')
  @Roles(...STAFF)
  @ApiOperation({ summary: 'A draft with what it changes, and how many subscriptions that touches' })
  async read(@Param({ schema: draftParamsSchema }) { id }: DraftParams): Promise<DraftDetailsView> {
    const found = await this.readDraft.run(id);
    if (found === undefined) throw unknownDraft();
    return detailsOf(found);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Roles('maker', 'admin')
  @ApiOperation({ summary: 'Lay a draft of one’s own before a second person; it does not change any more' })
  async submit(
    @Param({ schema: draftParamsSchema }) { id: draftId }: DraftParams,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<DraftView> {
    const draft = await this.submitDraft.run({ draftId, by });
    if (!draft.ok) throw refusedDraft(draft.refusal);
    return draftOf(draft.value);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Roles('maker', 'admin')
  @ApiOperation({ summary: 'Take back a draft of one’s own that nobody has decided about' })
  async withdraw(
    @Param({ schema: draftParamsSchema }) { id: draftId }: DraftParams,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<DraftView> {
    const draft = await this.withdrawDraft.run({ draftId, by });
    if (!draft.ok) throw refusedDraft(draft.refusal);
    return draftOf(draft.value);
  }
}
