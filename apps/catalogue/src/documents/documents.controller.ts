import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam } from '@nestjs/swagger';
import { DOCUMENT_KINDS, type DocumentKind } from '@ciyuan/core/charging';
import { DiffVersions, ListDocuments, ListVersions } from '@ciyuan/modules/catalogue';
import { Roles } from '@ciyuan/platform/auth';
import { Clock } from '@ciyuan/platform/clock';
import { Refused } from '@ciyuan/platform/http';
import { STAFF } from '../staff';
import {
  allVersionsOf,
  documentsOf,
  inForceOf,
  instantOf,
  kindOf,
  listedOf,
  versionsOf,
  viewOf,
} from './documents.convert';
import {
  allVersionsQuerySchema,
  inForceListQuerySchema,
  inForceQuerySchema,
  versionListQuerySchema,
  versionsQuerySchema,
  type AllVersionsQuery,
  type DocumentView,
  type DocumentsView,
  type InForceListQuery,
  type InForceQuery,
  type VersionDifferenceView,
  type VersionListQuery,
  type VersionsQuery,
  type VersionsView,
} from './documents.dto';

const KIND = { name: 'kind', enum: [...DOCUMENT_KINDS] };

@Controller('v1/catalogue')
export class DocumentsController {
  constructor(
    private readonly listDocuments: ListDocuments,
    private readonly listVersions: ListVersions,
    private readonly diffVersions: DiffVersions,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Roles(...STAFF)
  @ApiOperation({ summary: 'Versions of documents of every kind, filtered and sorted, page by page' })
  async all(@Query({ schema: allVersionsQuerySchema }) query: AllVersionsQuery): Promise<VersionsView> {
    return listedOf(await this.listVersions.run(allVersionsOf(query)));
  }

  @Get(':kind')
  @Roles(...STAFF)
  @ApiParam(KIND)
  @ApiOperation({ summary: 'The documents of a kind, each as it is in force now or at another instant' })
  async list(
    @Param('kind') kind: string,
    @Query({ schema: inForceListQuerySchema }) query: InForceListQuery,
  ): Promise<DocumentsView> {
    const page = inForceOf(kindOf(kind), query, this.instant(query));
    return documentsOf(await this.listDocuments.run(page));
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
    const one = { code, limit: 1, sort: 'code' } as const;
    const { items } = await this.listDocuments.run(inForceOf(kindOf(kind), one, this.instant(query)));
    if (items[0] !== undefined) return viewOf(items[0]);
    await this.assertKnown(kindOf(kind), code);
    throw new Refused('not_found', 'not_in_force', `${code} begins later.`);
  }

  @Get(':kind/:code/versions')
  @Roles(...STAFF)
  @ApiParam(KIND)
  @ApiOperation({ summary: 'The versions of a document, in the order in which they were published' })
  async versions(
    @Param('kind') kind: string,
    @Param('code') code: string,
    @Query({ schema: versionListQuerySchema }) query: VersionListQuery,
  ): Promise<DocumentsView> {
    const found = await this.listDocuments.run(versionsOf(kindOf(kind), code, query));
    if (found.items.length === 0) await this.assertKnown(kindOf(kind), code);
    return documentsOf(found);
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

  private async assertKnown(kind: DocumentKind, code: string): Promise<void> {
    const { items } = await this.listVersions.run({ kind, code, limit: 1, sort: 'version' });
    if (items.length === 0)
      throw new Refused('not_found', 'unknown_document', `There is no ${kind} ${code}.`);
  }

  private instant({ at }: InForceQuery): number {
    return at === undefined ? this.clock.now() : instantOf(at);
  }
}
