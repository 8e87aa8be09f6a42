import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ExplainRecord } from '@ciyuan/modules/reporting';
import { Roles } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import { explanationOf } from './explanation.convert';
import { explanationQuerySchema, type ExplanationQuery, type ExplanationView } from './explanation.dto';

@Controller('v1/usage/explanation')
export class ExplanationController {
  constructor(private readonly explainRecord: ExplainRecord) {}

  @Get()
  @Roles('admin', 'maker', 'checker', 'finance', 'operations')
  @ApiOperation({
    summary: 'Why a record was charged as it was: computed again, and compared with what is stored',
  })
  async read(
    @Query({ schema: explanationQuerySchema }) { partner, source, id }: ExplanationQuery,
  ): Promise<ExplanationView> {
    const explained = await this.explainRecord.run({ partner, source, recordId: id });
    if (explained.ok) return explanationOf(explained.value);
    const { refusal } = explained;
    if (refusal.code === 'not_found')
      throw new Refused('not_found', 'unknown_record', `Nothing was charged for ${partner} ${source} ${id}.`);
    const broken = `Number ${refusal.sequence} of the account cannot have come about: ${refusal.detail}.`;
    throw new Refused('conflict', 'broken_history', broken);
  }
}
