import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Json } from '@ciyuan/core/usage';
import { ReplaceUsage, VoidUsage } from '@ciyuan/modules/charging';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { correctorOf, replacementResultsOf, voidResultsOf } from './voids.convert';
import {
  replacementsSchema,
  voidsSchema,
  type ReplacementResults,
  type ReplacementsRequest,
  type VoidResults,
  type VoidsRequest,
} from './voids.dto';

@Controller('v1/usage')
export class VoidsController {
  constructor(
    private readonly voidUsage: VoidUsage,
    private readonly replaceUsage: ReplaceUsage,
  ) {}

  @Post('voids')
  @HttpCode(200)
  @Roles('partner', 'operations', 'admin')
  @ApiOperation({ summary: 'Make reported records void: a result for each, in the order of the post' })
  async void(
    @Body({ schema: voidsSchema }) { partner, items }: VoidsRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<VoidResults> {
    return voidResultsOf(items, await this.voidUsage.run({ ...correctorOf(caller, partner), items }));
  }

  @Post('replacements')
  @HttpCode(200)
  @Roles('partner', 'operations', 'admin')
  @ApiOperation({
    summary: 'Make records void and report others in their place, under new ids: both, or neither',
  })
  async replace(
    @Body({ schema: replacementsSchema }) { partner, items }: ReplacementsRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<ReplacementResults> {
    const replacements = items.map((item) => ({ ...item, record: item.record as Json }));
    const outcomes = await this.replaceUsage.run({ ...correctorOf(caller, partner), items: replacements });
    return replacementResultsOf(items, outcomes);
  }
}
