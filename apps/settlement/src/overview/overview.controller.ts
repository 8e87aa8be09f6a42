import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { formatInstant } from '@ciyuan/core/kernel';
import { ReadCommitmentPaces, ReadOverview } from '@ciyuan/modules/reporting';
import { Roles } from '@ciyuan/platform/auth';
import type { Alert } from './alert';
import type { AlertsView, AlertView } from './alerts.dto';
import { ListAlerts } from './list-alerts';
import { overviewView, paceView } from './overview.convert';
import {
  overviewQuerySchema,
  type CommitmentPacesView,
  type OverviewQuery,
  type OverviewView,
} from './overview.dto';

@Controller('v1/overview')
@Roles('finance', 'maker', 'checker', 'operations', 'admin')
export class OverviewController {
  constructor(
    private readonly readOverview: ReadOverview,
    private readonly readPaces: ReadCommitmentPaces,
    private readonly listAlerts: ListAlerts,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Who paid, what was charged and what was earned, by the day on which it was booked',
  })
  async read(@Query({ schema: overviewQuerySchema }) query: OverviewQuery): Promise<OverviewView> {
    return overviewView(await this.readOverview.run(query));
  }

  @Get('commitments')
  @ApiOperation({
    summary: 'How much of each running commitment is used, and how much of its period is over',
  })
  async commitments(): Promise<CommitmentPacesView> {
    return { commitments: (await this.readPaces.run()).map(paceView) };
  }

  @Get('alerts')
  @ApiOperation({ summary: 'What is wrong or late now, and where it is shown' })
  async alerts(): Promise<AlertsView> {
    return { alerts: (await this.listAlerts.run()).map(viewOf) };
  }
}

const viewOf = ({ since, isMore, ...one }: Alert): AlertView => ({
  ...one,
  more: isMore,
  since: since === null ? null : formatInstant(since),
});
