import { Body, Controller, Get, Headers, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { AddEvidence, ReadEvidence } from '@ciyuan/modules/settlement';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { ATTACHMENT_TYPES } from '@ciyuan/platform/http';
import { readerOf } from '../statements/statements.convert';
import { evidenceOf, fileOf } from './disputes.convert';
import {
  disputeParamsSchema,
  evidenceParamsSchema,
  evidenceQuerySchema,
  type DisputeParams,
  type EvidenceParams,
  type EvidenceQuery,
  type EvidenceView,
} from './disputes.dto';
import { refusedDispute, unknownDispute } from './refused-dispute';

/** What proves a claim: files, kept as they were sent. */
@Controller('v1/disputes/:id/evidence')
export class EvidenceController {
  constructor(
    private readonly addEvidence: AddEvidence,
    private readonly readEvidence: ReadEvidence,
  ) {}

  @Post()
  @Roles('finance', 'operations', 'admin', 'partner')
  @ApiConsumes(...ATTACHMENT_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ summary: 'Add a file to a dispute that is not decided yet; 5 MB and 20 files at most' })
  async add(
    @Param({ schema: disputeParamsSchema }) { id: disputeId }: DisputeParams,
    @Query({ schema: evidenceQuerySchema }) { name }: EvidenceQuery,
    @Headers('content-type') mediaType: string,
    @Body() body: unknown,
    @CurrentCaller() caller: Caller,
  ): Promise<EvidenceView> {
    const file = { disputeId, name, mediaType, content: fileOf(body) };
    const added = await this.addEvidence.run({ ...file, by: caller.subject, ...readerOf(caller) });
    if (!added.ok) throw refusedDispute(added.refusal);
    return evidenceOf(added.value);
  }

  @Get(':number')
  @Roles('finance', 'checker', 'operations', 'admin', 'partner')
  @ApiProduces(...ATTACHMENT_TYPES)
  @ApiOperation({ summary: 'One file, as it was sent' })
  async read(
    @Param({ schema: evidenceParamsSchema }) { id: disputeId, number }: EvidenceParams,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    const found = await this.readEvidence.run({ disputeId, number, ...readerOf(caller) });
    if (found === undefined) throw unknownDispute();
    return new StreamableFile(found.content, {
      type: found.mediaType,
      length: found.bytes,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
    });
  }
}
