import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { CONCERNED_ORDER, ListConcerned, ListPriceNotices } from '@ciyuan/modules/catalogue';
import { Roles } from '@ciyuan/platform/auth';
import { MAXIMUM_PAGE, pagesOf } from '@ciyuan/platform/lists';
import { STAFF } from '../staff';
import {
  concernedOf,
  concernedPageOf,
  csvOf,
  noticePageOf,
  noticesOf,
  unknownNotice,
} from './price-notices.convert';
import {
  concernedQuerySchema,
  noticeParamsSchema,
  noticesQuerySchema,
  type ConcernedPageView,
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
    summary: 'Notices of prices, filtered and sorted, page by page',
  })
  async list(@Query({ schema: noticesQuerySchema }) query: NoticesQuery): Promise<NoticesView> {
    return noticesOf(await this.listPriceNotices.run(noticePageOf(query)));
  }

  @Get(':id/subscriptions')
  @ApiProduces('application/json', 'text/csv')
  @ApiOperation({ summary: 'The subscriptions that a notice is about: page by page, or all as a file' })
  async subscriptions(
    @Param({ schema: noticeParamsSchema }) { id: noticeId }: NoticeParams,
    @Query({ schema: concernedQuerySchema }) query: ConcernedQuery,
  ): Promise<ConcernedPageView | StreamableFile> {
    const page = { noticeId, ...concernedPageOf(query) };
    const found = await this.listConcerned.run(page);
    if (found === undefined) throw unknownNotice();
    if (query.format !== 'csv') return concernedOf(found);
    const walk = { order: CONCERNED_ORDER, sort: page.sort, limit: MAXIMUM_PAGE };
    const rows = csvOf(pagesOf(walk, (place) => this.listConcerned.run({ ...page, ...place })));
    return new StreamableFile(Readable.from(rows, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="price-notice-${noticeId}.csv"`,
    });
  }
}
