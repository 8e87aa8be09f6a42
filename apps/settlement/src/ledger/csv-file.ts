import { StreamableFile } from '@nestjs/common';

/** As what a browser saves under that name. */
export const csvFile = (file: string, content: Uint8Array): StreamableFile =>
  new StreamableFile(content, {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${file}"`,
  });
