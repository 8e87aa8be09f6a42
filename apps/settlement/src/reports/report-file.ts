import { StreamableFile } from '@nestjs/common';
import { tableBytes, type ReportTable, type TableFormat } from '@ciyuan/modules/reporting';

const TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** As what a browser saves under that name. */
export async function reportFile(
  table: ReportTable,
  name: string,
  format: TableFormat,
): Promise<StreamableFile> {
  return new StreamableFile(await tableBytes(table, format), {
    type: TYPES[format],
    disposition: `attachment; filename="${name}.${format}"`,
  });
}
