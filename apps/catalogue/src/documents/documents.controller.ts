import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam } from '@nestjs/swagger';
import { DOCUMENT_KINDS } from '@ciyuan/core/charging';
import { DiffVersions, ReadDocuments, type CatalogueDocument } from '@ciyuan/modules/catalogue';
import { Roles } from '@ciyuan/platform/auth';
import { Clock } from '@ciyuan/platform/clock';
import { Refused } from '@ciyuan/platform/http';
import { STAFF } from '../staff';
import { inForceAt, instantOf, kindOf, viewOf } from './documents.convert';
import {
  inForceQuerySchema,
  versionsQuerySchema,
  type DocumentView,
  type DocumentsView,
  type InForceQuery,
  type VersionDifferenceView,
  type VersionsQuery,
} from './documents.dto';

const KIND = { name: 'kind', enum: [...DOCUMENT_KINDS] };

@Controller('v1/catalogue')
export class DocumentsController {
  constructor(
    private readonly readDocuments: ReadDocuments,
    private readonly diffVersions: DiffVersions,
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

  @Get(':kind/:code/versions/diff')
  @Roles(...STAFF)
  @ApiParam(KIND)
  @ApiOperation({ summary: 'What one version of a document says otherwise than another, place by place' })
  async diff(
    @Param('kind') kind: string,
    @Param('code') code: string,
    @Query({ schema: versionsQuerySchema }) { from, to }: VersionsQuery,
  ): Promise<VersionDifferenceView> {
    const changes = await this.diffVersions.run({ kind: kindOf(kind), code, from, to });
    if (changes.ok) return { from, to, changes: changes.value };
    throw new Refused(
      'not_found',
      'unknown_version',
      `There is no version ${changes.refusal.version} of ${kind} ${code}.`,
    );
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
