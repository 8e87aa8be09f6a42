import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { MakeVouchers, type MonthVouchers } from '@ciyuan/modules/reporting';
import { Roles } from '@ciyuan/platform/auth';
import { csvFile } from './csv-file';
import { monthNotClosed, vouchersView } from './vouchers.convert';
import { vouchersQuerySchema, type VouchersQuery, type VouchersView } from './vouchers.dto';

@Controller('v1/ledger/vouchers')
@Roles('finance', 'checker', 'operations', 'admin')
export class VouchersController {
  constructor(private readonly makeVouchers: MakeVouchers) {}

  @Get()
  @ApiOperation({
    summary: 'A month as vouchers for the general ledger, and the name, size and SHA-256 of their file',
  })
  async read(@Query({ schema: vouchersQuerySchema }) query: VouchersQuery): Promise<VouchersView> {
    return vouchersView(await this.make(query));
  }

  @Get('export.csv')
  @ApiProduces('text/csv')
  @ApiOperation({ summary: 'The vouchers as CSV, each with a row of control totals' })
  async export(@Query({ schema: vouchersQuerySchema }) query: VouchersQuery): Promise<StreamableFile> {
    const { file, content } = await this.make(query);
    return csvFile(file, content);
  }

  private async make({ month, reversal, provisional }: VouchersQuery): Promise<MonthVouchers> {
    const made = await this.makeVouchers.run({
      month,
      isReversal: reversal === 'true',
      allowProvisional: provisional === 'true',
    });
    if (!made.ok) throw monthNotClosed(month);
    return made.value;
  }
}
