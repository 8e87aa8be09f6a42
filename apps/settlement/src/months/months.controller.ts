import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  ApproveReopening,
  FreezeMonth,
  ListMonths,
  ReadMonth,
  RequestReopening,
} from '@ciyuan/modules/settlement';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { detailsOf, eventOf, monthOf } from './months.convert';
import {
  monthParamsSchema,
  reopeningSchema,
  type EventView,
  type MonthDetailsView,
  type MonthParams,
  type MonthsView,
  type ReopeningRequest,
} from './months.dto';
import { refusedMonth } from './refused-month';

/** Accounting months until they are closed; closing one is the issue of its run. */
@Controller('v1/months')
export class MonthsController {
  constructor(
    private readonly listMonths: ListMonths,
    private readonly readMonth: ReadMonth,
    private readonly freezeMonth: FreezeMonth,
    private readonly requestReopening: RequestReopening,
    private readonly approveReopening: ApproveReopening,
  ) {}

  @Get()
  @Roles('finance', 'maker', 'checker', 'operations', 'admin')
  @ApiOperation({ summary: 'Accounting months, the latest first: their states and how far each has come' })
  async list(): Promise<MonthsView> {
    return { months: (await this.listMonths.run()).map(monthOf) };
  }

  @Get(':month')
  @Roles('finance', 'maker', 'checker', 'operations', 'admin')
  @ApiOperation({ summary: 'A month: its calendar, what holds it up, what was waived, who did what' })
  async read(@Param({ schema: monthParamsSchema }) { month }: MonthParams): Promise<MonthDetailsView> {
    return detailsOf(await this.readMonth.run(month));
  }

  @Post(':month/freeze')
  @HttpCode(200)
  @Roles('finance', 'maker', 'admin')
  @ApiOperation({
    summary: 'Book nothing more in a month whose checklist holds nothing up; later usage goes to the next',
  })
  async freeze(
    @Param({ schema: monthParamsSchema }) { month }: MonthParams,
    @CurrentCaller() { subject }: Caller,
  ): Promise<EventView> {
    const frozen = await this.freezeMonth.run({ month, by: subject });
    if (!frozen.ok) throw refusedMonth(frozen.refusal);
    return eventOf(frozen.value);
  }

  @Post(':month/reopen')
  @HttpCode(200)
  @Roles('finance', 'maker', 'admin')
  @ApiOperation({ summary: 'Ask that a frozen month be opened again' })
  async reopen(
    @Param({ schema: monthParamsSchema }) { month }: MonthParams,
    @Body({ schema: reopeningSchema }) { reason }: ReopeningRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<EventView> {
    const asked = await this.requestReopening.run({ month, reason, by: subject });
    if (!asked.ok) throw refusedMonth(asked.refusal);
    return eventOf(asked.value);
  }

  @Post(':month/reopen/approve')
  @HttpCode(200)
  @Roles('checker', 'admin')
  @ApiOperation({ summary: 'Open a frozen month again, as another person than the one who asked for it' })
  async approve(
    @Param({ schema: monthParamsSchema }) { month }: MonthParams,
    @CurrentCaller() { subject }: Caller,
  ): Promise<EventView> {
    const reopened = await this.approveReopening.run({ month, by: subject });
    if (!reopened.ok) throw refusedMonth(reopened.refusal);
    return eventOf(reopened.value);
  }
}
