import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam } from '@nestjs/swagger';
import { DOCUMENT_KINDS } from '@ciyuan/core/charging';
import { PublishDocument, ReadDocuments, type CatalogueDocument } from '@ciyuan/modules/catalogue';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { Clock } from '@ciyuan/platform/clock';
import { Refused } from '@ciyuan/platform/http';
import { STAFF } from '../staff';
import { inForceAt, instantOf, kindOf, refusedPublication, viewOf } from './documents.convert';
import {
  inForceQuerySchema,
  publicationSchema,
  type DocumentView,
  type DocumentsView,
  type InForceQuery,
  type PublicationRequest,
  type PublishedView,
} from './documents.dto';

const KIND = { name: 'kind', enum: [...DOCUMENT_KINDS] };

@Controller('v1/catalogue')
export class DocumentsController {
  constructor(
    private readonly readDocuments: ReadDocuments,
    private readonly publishDocument: PublishDocument,
    private readonly clock: Clock,
  ) {}

  @Get(':kind')
  @Roles(...STAFF)
  @ApiParam(KIND)
  @ApiOperation({ summary: 'The documents of a kind, each as it is in force now or at another instant' })
  async list(
    @Param('kind') kind: string,
    @Query({ schema: inForceQuerySchema }) query: InForceQuery,
  ): Promise<DocumentsView> {
    const versions = await this.readDocuments.run(kindOf(kind));
    return { documents: inForceAt(versions, this.instant(query)).map(viewOf) };
  }

  @Get(':kind/:code')
  @Roles(...STAFF)
  @ApiParam(KIND)
  @ApiOperation({ summary: 'One document as it is in force now or at another instant' })
  async read(
    @Param('kind') kind: string,
    @Param('code') code: string,
    @Query({ schema: inForceQuerySchema }) query: InForceQuery,
  ): Promise<DocumentView> {
    const [found] = inForceAt(await this.versionsOf(kind, code), this.instant(query));
    if (found === undefined) throw new Refused('not_found', 'not_in_force', `${code} begins later.`);
    return viewOf(found);
  }

  @Get(':kind/:code/versions')
  @Roles(...STAFF)
  @ApiParam(KIND)
  @ApiOperation({ summary: 'Every version of a document, in the order in which they were published' })
  async versions(@Param('kind') kind: string, @Param('code') code: string): Promise<DocumentsView> {
    return { documents: (await this.versionsOf(kind, code)).map(viewOf) };
  }

  @Post(':kind')
  @Roles('maker', 'admin')
  @ApiParam(KIND)
  @ApiOperation({ summary: 'Publish a version of a document; publishing the same again changes nothing' })
  async publish(
    @Param('kind') kind: string,
    @Body({ schema: publicationSchema }) { effectiveFrom, body }: PublicationRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<PublishedView> {
    const publication = {
      kind: kindOf(kind),
      body,
      effectiveFrom: instantOf(effectiveFrom),
      by: caller.subject,
    };
    const answer = await this.publishDocument.run(publication);
    if (!answer.ok) throw refusedPublication(answer.refusal);
    return { ...viewOf(answer.value.document), isNew: answer.value.isNew };
  }

  private async versionsOf(kind: string, code: string): Promise<CatalogueDocument[]> {
    const versions = await this.readDocuments.run(kindOf(kind), code);
    if (versions.length === 0)
      throw new Refused('not_found', 'unknown_document', `There is no ${kind} ${code}.`);
    return versions;
  }

  private instant({ at }: InForceQuery): number {
    return at === undefined ? this.clock.now() : instantOf(at);
  }
}
