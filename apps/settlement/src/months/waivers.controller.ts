import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { WaiveItem, WithdrawWaiver } from '@ciyuan/modules/settlement';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { eventOf } from './months.convert';
import {
  monthParamsSchema,
  waiverParamsSchema,
  waiverSchema,
  type EventView,
  type MonthParams,
  type WaiverParams,
  type WaiverRequest,
} from './months.dto';
import { refusedMonth } from './refused-month';

/** What of a month's checklist somebody decides not to wait for. */
@Controller('v1/months')
export class WaiversController {
  constructor(
    private readonly waiveItem: WaiveItem,
    private readonly withdrawWaiver: WithdrawWaiver,
  ) {}

  @Post(':month/waivers')
  @Roles('finance', 'checker', 'admin')
  @ApiOperation({ summary: 'Waive what there is of an item now; when there is more of it, it is open again' })
  async waive(
    @Param({ schema: monthParamsSchema }) { month }: MonthParams,
    @Body({ schema: waiverSchema }) request: WaiverRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<EventView> {
    const waived = await this.waiveItem.run({ month, ...request, by: subject });
    if (!waived.ok) throw refusedMonth(waived.refusal);
    return eventOf(waived.value);
  }

  @Post(':month/waivers/:number/withdraw')
  @HttpCode(200)
  @Roles('finance', 'checker', 'admin')
  @ApiOperation({ summary: 'Wait for what was waived after all' })
  async withdraw(
    @Param({ schema: waiverParamsSchema }) params: WaiverParams,
    @CurrentCaller() { subject }: Caller,
  ): Promise<EventView> {
    const withdrawn = await this.withdrawWaiver.run({ ...params, by: subject });
    if (!withdrawn.ok) throw refusedMonth(withdrawn.refusal);
    return eventOf(withdrawn.value);
  }
}
