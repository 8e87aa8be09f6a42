import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ImportOrders, ListOrderImports, MOST_ORDERS, ReadOrderImport } from '@ciyuan/modules/subscriptions';
import { CurrentCaller, Roles, type Caller, type Role } from '@ciyuan/platform/auth';
import { FILE_TYPES } from '@ciyuan/platform/http';
import { jobOf } from '../jobs/jobs.convert';
import {
  bytesOf,
  importOf,
  importPageOf,
  importReadOf,
  importsOf,
  orderPageOf,
  outcomesFile,
  refusedFile,
  unknownImport,
} from './order-imports.convert';
import {
  importOrdersQuerySchema,
  orderImportParamsSchema,
  orderImportQuerySchema,
  orderImportsQuerySchema,
  type AcceptedImportView,
  type ImportOrdersQuery,
  type OrderImportPageView,
  type OrderImportParams,
  type OrderImportQuery,
  type OrderImportsQuery,
  type OrderImportsView,
} from './order-imports.dto';
import { RequestOrderImport } from './request-order-import';

/** Those who may order for an account. */
const ORDERING: readonly Role[] = ['maker', 'operations', 'admin'];
const FILE = { schema: { type: 'string', format: 'binary' } };

@Controller('v1/orders')
export class OrderImportsController {
  constructor(
    private readonly importOrders: ImportOrders,
    private readonly requestOrderImport: RequestOrderImport,
    private readonly listOrderImports: ListOrderImports,
    private readonly readOrderImport: ReadOrderImport,
  ) {}

  @Post('import')
  @HttpCode(202)
  @Roles(...ORDERING)
  @ApiConsumes(FILE_TYPES.csv)
  @ApiBody(FILE)
  @ApiOperation({
    summary: `Have a file of at most ${MOST_ORDERS} orders taken, or previewed; answers before it is done`,
  })
  async import(
    @Query({ schema: importOrdersQuerySchema }) { preview }: ImportOrdersQuery,
    @Body() body: unknown,
    @CurrentCaller() { subject: by }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedImportView> {
    const accepted = await this.importOrders.run({ bytes: bytesOf(body), preview: preview === 'true', by });
    if (!accepted.ok) throw refusedFile(accepted.refusal);
    const job = await this.requestOrderImport.run(accepted.value);
    void reply.header('location', `/v1/orders/imports/${accepted.value.id}`);
    return { ...importOf(accepted.value), job: jobOf(job) };
  }

  @Get('imports')
  @Roles(...ORDERING)
  @ApiOperation({ summary: 'Files of orders, filtered and sorted, page by page' })
  async list(
    @Query({ schema: orderImportsQuerySchema }) query: OrderImportsQuery,
  ): Promise<OrderImportsView> {
    return importsOf(await this.listOrderImports.run(importPageOf(query)));
  }

  @Get('imports/:id')
  @Roles(...ORDERING)
  @ApiOperation({ summary: 'A file of orders, and what became of each of its lines, page by page' })
  async read(
    @Param({ schema: orderImportParamsSchema }) { id }: OrderImportParams,
    @Query({ schema: orderImportQuerySchema }) query: OrderImportQuery,
  ): Promise<OrderImportPageView> {
    const found = await this.readOrderImport.run(orderPageOf(id, query));
    if (found === undefined) throw unknownImport();
    return importReadOf(found);
  }

  @Get('imports/:id/outcomes')
  @Roles(...ORDERING)
  @ApiProduces(FILE_TYPES.csv)
  @ApiOperation({ summary: 'What became of each line of a file of orders, as a file' })
  async outcomes(
    @Param({ schema: orderImportParamsSchema }) { id }: OrderImportParams,
  ): Promise<StreamableFile> {
    const found = await this.readOrderImport.run({ importId: id, sort: 'line', limit: MOST_ORDERS });
    if (found === undefined) throw unknownImport();
    return new StreamableFile(outcomesFile(found.orders.items), {
      type: FILE_TYPES.csv,
      disposition: `attachment; filename="orders-${id}-outcomes.csv"`,
    });
  }
}
