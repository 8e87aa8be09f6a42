import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { ChangePrices, ExportPriceBook, ImportPriceBook } from '@ciyuan/modules/catalogue';
import { Roles, type Role } from '@ciyuan/platform/auth';
import { FILE_TYPES } from '@ciyuan/platform/http';
import { bytesOf, changeOf, refusedChange, refusedFile, unknownBook } from './price-books.convert';
import {
  exportQuerySchema,
  importQuerySchema,
  percentChangeSchema,
  type ExportQuery,
  type ImportQuery,
  type ImportView,
  type PercentChangeRequest,
  type PercentChangeView,
} from './price-books.dto';

/** Those who work on prices; nothing here changes one. */
const PRICING: readonly Role[] = ['maker', 'checker', 'finance', 'admin'];
const FILE = { schema: { type: 'string', format: 'binary' } };
const OK = 200;

@Controller('v1/price-books')
export class PriceBooksController {
  constructor(
    private readonly exportPriceBook: ExportPriceBook,
    private readonly importPriceBook: ImportPriceBook,
    private readonly changePrices: ChangePrices,
  ) {}

  @Get(':code/export')
  @Roles(...PRICING)
  @ApiProduces(...Object.values(FILE_TYPES))
  @ApiOperation({
    summary: 'A price or cost book as a file to edit and import again; the version in force, or another',
  })
  async export(
    @Param('code') code: string,
    @Query({ schema: exportQuerySchema }) { kind, version, format }: ExportQuery,
  ): Promise<StreamableFile> {
    const chosen = version === undefined ? {} : { version };
    const exported = await this.exportPriceBook.run({ kind, code, format, ...chosen });
    if (exported === undefined) throw unknownBook(code);
    return new StreamableFile(exported.bytes, {
      type: FILE_TYPES[format],
      disposition: `attachment; filename="${code}-${exported.version}.${format}"`,
    });
  }

  @Post('import')
  @HttpCode(OK)
  @Roles(...PRICING)
  @ApiConsumes(...Object.values(FILE_TYPES))
  @ApiBody(FILE)
  @ApiOperation({
    summary: 'Read a file as a price or cost book, and show what it would change; nothing is saved',
  })
  async import(
    @Query({ schema: importQuerySchema }) { format }: ImportQuery,
    @Body() body: unknown,
  ): Promise<ImportView> {
    const answer = await this.importPriceBook.run({ format, bytes: bytesOf(body) });
    if (!answer.ok) throw refusedFile(answer.refusal);
    return answer.value;
  }

  @Post(':code/percent-change')
  @HttpCode(OK)
  @Roles(...PRICING)
  @ApiOperation({
    summary: 'The next version with its prices changed by per cent, as a preview; nothing is saved',
  })
  async percentChange(
    @Param('code') code: string,
    @Body({ schema: percentChangeSchema }) request: PercentChangeRequest,
  ): Promise<PercentChangeView> {
    const answer = await this.changePrices.run(changeOf(code, request));
    if (!answer.ok) throw refusedChange(code, answer.refusal);
    return { effectiveFrom: request.effectiveFrom, ...answer.value };
  }
}
