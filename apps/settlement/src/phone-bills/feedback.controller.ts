import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import { ReadFeedback, ReceiveFeedback } from '@ciyuan/modules/billing';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { FILE_TYPES } from '@ciyuan/platform/http';
import { bytesOf } from '../order-imports/order-imports.convert';
import { feedbackOf } from './phone-bills.convert';
import {
  sequenceParamsSchema,
  type FeedbackReceivedView,
  type FeedbackView,
  type SequenceParams,
} from './phone-bills.dto';
import { refusedPhoneBill } from './refused-phone-bill';

const FILE = { schema: { type: 'string', format: 'binary' } };

/** What a carrier says that it collected, and what it could not. */
@Controller('v1/phone-bill-feedback')
export class FeedbackController {
  constructor(
    private readonly receiveFeedback: ReceiveFeedback,
    private readonly readFeedback: ReadFeedback,
  ) {}

  @Post()
  @HttpCode(200)
  @Roles('finance', 'admin')
  @ApiConsumes(FILE_TYPES.csv)
  @ApiBody(FILE)
  @ApiOperation({
    summary: 'Book what a carrier’s file says, or nothing of it; the same file again books nothing',
  })
  async receive(
    @Body() body: unknown,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<FeedbackReceivedView> {
    const received = await this.receiveFeedback.run({ bytes: bytesOf(body), by });
    if (!received.ok) throw refusedPhoneBill(received.refusal);
    return { ...feedbackOf(received.value), isNew: received.value.isNew };
  }

  @Get(':sequence')
  @Roles('finance', 'checker', 'operations', 'admin')
  @ApiOperation({
    summary: 'A carrier’s file by its own number: what was collected, and what was not and why',
  })
  async read(@Param({ schema: sequenceParamsSchema }) { sequence }: SequenceParams): Promise<FeedbackView> {
    const found = await this.readFeedback.run(sequence);
    if (found === undefined) throw refusedPhoneBill({ code: 'unknown_feedback' });
    return feedbackOf(found);
  }
}
