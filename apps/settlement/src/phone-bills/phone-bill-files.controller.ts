import { createHash } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { parseInstant, type Instant } from '@ciyuan/core/kernel';
import {
  ListPhoneBillFiles,
  MakePhoneBillFile,
  ReadPhoneBillFile,
  phoneBillFileName,
  type PhoneBillRead,
} from '@ciyuan/modules/billing';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { detailsOf, fileOf, filesOf, pageOf } from './phone-bills.convert';
import {
  newPhoneBillSchema,
  phoneBillsQuerySchema,
  sequenceParamsSchema,
  type NewPhoneBillRequest,
  type PhoneBillFileDetailsView,
  type PhoneBillFileView,
  type PhoneBillFilesView,
  type PhoneBillsQuery,
  type SequenceParams,
} from './phone-bills.dto';
import { refusedPhoneBill } from './refused-phone-bill';

/** Files of invoices that a carrier collects with its phone bills. */
@Controller('v1/phone-bill-files')
export class PhoneBillFilesController {
  constructor(
    private readonly makeFile: MakePhoneBillFile,
    private readonly listFiles: ListPhoneBillFiles,
    private readonly readFile: ReadPhoneBillFile,
  ) {}

  @Post()
  @Roles('finance', 'admin')
  @ApiOperation({ summary: 'Make the next file, of what became final before the cut-off and is in none yet' })
  async make(
    @Body({ schema: newPhoneBillSchema }) { cutOff, currency }: NewPhoneBillRequest,
    @CurrentCaller() { subject: by }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PhoneBillFileView> {
    const made = await this.makeFile.run({ cutOff: parseInstant(cutOff) as Instant, currency, by });
    if (!made.ok) throw refusedPhoneBill(made.refusal);
    void reply.header('location', `/v1/phone-bill-files/${made.value.sequence}`);
    return fileOf(made.value);
  }

  @Get()
  @Roles('finance', 'checker', 'operations', 'admin')
  @ApiOperation({ summary: 'Files that were handed over, page by page' })
  async list(@Query({ schema: phoneBillsQuerySchema }) query: PhoneBillsQuery): Promise<PhoneBillFilesView> {
    return filesOf(await this.listFiles.run(pageOf(query)));
  }

  @Get(':sequence')
  @Roles('finance', 'checker', 'operations', 'admin')
  @ApiOperation({ summary: 'A file that was handed over, line by line' })
  async read(
    @Param({ schema: sequenceParamsSchema }) { sequence }: SequenceParams,
  ): Promise<PhoneBillFileDetailsView> {
    return detailsOf(await this.found(sequence));
  }

  @Get(':sequence/content')
  @Roles('finance', 'checker', 'operations', 'admin')
  @ApiProduces('text/csv')
  @ApiOperation({ summary: 'The file as it was made, byte for byte, with its SHA-256 as entity tag' })
  async content(
    @Param({ schema: sequenceParamsSchema }) { sequence }: SequenceParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, content } = await this.found(sequence);
    const bytes = Buffer.from(content, 'utf8');
    void reply.header('etag', `"${createHash('sha256').update(bytes).digest('hex')}"`);
    return new StreamableFile(bytes, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${phoneBillFileName(file)}"`,
    });
  }

  private async found(sequence: number): Promise<PhoneBillRead> {
    const found = await this.readFile.run(sequence);
    if (found === undefined) throw refusedPhoneBill({ code: 'unknown_file' });
    return found;
  }
}
