import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { formatInstant, formatScaled } from '@ciyuan/core/kernel';
import { ListGrantMovements, MOVEMENT_ORDER, type GrantMovementRow } from '@ciyuan/modules/reporting';
import { Roles } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import { placeIn } from '@ciyuan/platform/lists';
import {
  grantParamsSchema,
  movementsQuerySchema,
  type GrantMovementsView,
  type GrantMovementView,
  type GrantParams,
  type MovementsQuery,
} from './grant-movements.dto';

const MILLI_PLACES = 3;

@Controller('v1/accounts')
export class GrantMovementsController {
  constructor(private readonly listMovements: ListGrantMovements) {}

  @Get(':code/grants/:grant/movements')
  @Roles('admin', 'maker', 'checker', 'finance', 'operations')
  @ApiOperation({ summary: 'What a grant was given and what left it, the latest first, page by page' })
  async list(
    @Param({ schema: grantParamsSchema }) { code: account, grant }: GrantParams,
    @Query({ schema: movementsQuerySchema }) query: MovementsQuery,
  ): Promise<GrantMovementsView> {
    const place = placeIn(MOVEMENT_ORDER, query);
    const found = await this.listMovements.run({ ...place, account, grantNumber: Number(grant) });
    if (found === undefined)
      throw new Refused('not_found', 'unknown_grant', `No account ${account} has a grant ${grant}.`);
    return { account, grant, movements: found.items.map(viewOf), next: found.next };
  }
}

const viewOf = (one: GrantMovementRow): GrantMovementView => ({
  sequence: one.sequence,
  kind: one.kind,
  at: formatInstant(one.at.getTime()),
  tokens: formatScaled(one.milliTokens, MILLI_PLACES),
  record: one.record,
});
