import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { SearchNames } from '@ciyuan/modules/reporting';
import { Roles } from '@ciyuan/platform/auth';
import { searchQuerySchema, type SearchQuery, type SearchView } from './search.dto';

@Controller('v1/search')
export class SearchController {
  constructor(private readonly searchNames: SearchNames) {}

  @Get()
  @Roles('finance', 'maker', 'checker', 'operations', 'admin')
  @ApiOperation({
    summary: 'Customers, accounts, plans, price books, parties, models, invoices and runs by a text',
  })
  async search(@Query({ schema: searchQuerySchema }) { q }: SearchQuery): Promise<SearchView> {
    return { found: await this.searchNames.run(q) };
  }
}
