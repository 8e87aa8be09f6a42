import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { ListConcerned, ListPriceNotices } from '@ciyuan/modules/catalogue';
import { Roles } from '@ciyuan/platform/auth';
import { oneMoreThan } from '@ciyuan/platform/http';
import { STAFF } from '../staff';
import {
  CSV_PAGE,
  concernedOf,
  csvOf,
  filterOf,
  noticesOf,
  placeOf,
  unknownNotice,
} from './price-notices.convert';
import {
  concernedQuerySchema,
  noticeParamsSchema,
  noticesQuerySchema,
  type ConcernedPage,
  type ConcernedQuery,
  type NoticeParams,
  type NoticesQuery,
  type NoticesView,
} from './price-notices.dto';

/** What customers are told of prices, for whoever sends it. */
@Controller('v1/price-notices')
@Roles(...STAFF)
export class PriceNoticesController {
  constructor(
    private readonly listPriceNotices: ListPriceNotices,
    private readonly listConcerned: ListConcerned,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Notices of prices by document and by when they were announced, the latest first',
  })
  async list(@Query({ schema: noticesQuerySchema }) query: NoticesQuery): Promise<NoticesView> {
    return noticesOf(await this.listPriceNotices.run(filterOf(query)), query.limit);
  }

  @Get(':id/subscriptions')
  @ApiProduces('application/json', 'text/csv')
  @ApiOperation({ summary: 'The subscriptions that a notice is about: page by page, or all as a file' })
  async subscriptions(
    @Param({ schema: noticeParamsSchema }) { id: noticeId }: NoticeParams,
    @Query({ schema: concernedQuerySchema }) query: ConcernedQuery,
  ): Promise<ConcernedPage | StreamableFile> {
    const isFile = query.format === 'csv';
    const limit = isFile ? CSV_PAGE : oneMoreThan(query.limit);
    const found = await this.listConcerned.run({ noticeId, ...placeOf(query), limit });
    if (found === undefined) throw unknownNotice();
    if (!isFile) return concernedOf(found, query.limit);
    const rows = csvOf(found, (after) => this.listConcerned.run({ noticeId, after, limit }));
    return new StreamableFile(Readable.from(rows, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="price-notice-${noticeId}.csv"`,
    });
  }
}
