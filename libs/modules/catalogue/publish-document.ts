import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DocumentFault } from '@ciyuan/core/catalogue';
import { compileCatalogue, type CatalogueBodies, type DocumentKind } from '@ciyuan/core/charging';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { canonicalJson, type Json } from '@ciyuan/core/usage';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { readWith } from '@ciyuan/platform/validation';
import type { CatalogueDocument } from './catalogue-document';
import { CatalogueDocumentsStore } from './catalogue-documents.store';
import { CatalogueEpochStore } from './catalogue-epoch.store';
import { checkBody } from './check-body';
import { checkReferences } from './check-references';
import { checkSubject, codeOf } from './check-subject';
import { PartyCodesStore } from './party-codes.store';
import { BODY_SCHEMAS } from './schemas/body-schemas';

export interface Publication<K extends DocumentKind = DocumentKind> {
  readonly kind: K;
  readonly body: unknown;
  readonly effectiveFrom: Instant;
  /** Who publishes it, as the caller was authenticated. */
  readonly by: string;
}

export interface PublicationRefusal {
  /** `effective_from_taken`: another version begins at the same instant. */
  readonly code: 'invalid' | 'effective_from_taken';
  readonly faults: readonly DocumentFault[];
}

export interface Published<K extends DocumentKind = DocumentKind> {
  readonly document: CatalogueDocument<K>;
  /** False where the version in force at that instant says the same already, and nothing was written. */
  readonly isNew: boolean;
}

type Answer<K extends DocumentKind> = Result<Published<K>, PublicationRefusal>;

/** Adds a version of a document to the catalogue, after every check that a single document can fail. */
@Injectable()
export class PublishDocument {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: CatalogueDocumentsStore,
    private readonly epochs: CatalogueEpochStore,
    private readonly parties: PartyCodesStore,
  ) {}

  async run<K extends DocumentKind>(publication: Publication<K>): Promise<Answer<K>> {
    const read = readWith(BODY_SCHEMAS[publication.kind], publication.body);
    if (!read.ok) return invalid(read.refusal);
    const faults = checkBody(publication.kind, read.value);
    if (faults.length > 0) return invalid(faults);
    return this.database.retrying((tx) => this.publish(tx, publication, read.value));
  }

  private async publish<K extends DocumentKind>(
    tx: Tx,
    { kind, effectiveFrom, by }: Publication<K>,
    body: CatalogueBodies[K],
  ): Promise<Answer<K>> {
    const epoch = await this.epochs.lock(tx);
    const versions = await this.documents.versions(tx, kind, codeOf(body));
    const digest = digestOf(body);
    const before = versionAt(versions, effectiveFrom);
    if (before?.digest === digest) return ok({ document: before, isNew: false });
    const around = { content: await this.documents.content(tx), parties: await this.parties.all(tx) };
    const faults = [
      ...checkReferences(kind, body, effectiveFrom, around),
      ...checkSubject(kind, body, around.content),
    ];
    if (faults.length > 0) return invalid(faults);
    if (before?.effectiveFrom === effectiveFrom) return taken(before);
    const document = await this.documents.insert(tx, {
      kind,
      code: codeOf(body),
      version: versions.length + 1,
      effectiveFrom,
      body,
      digest,
      epoch: epoch + 1,
      createdAt: this.clock.now(),
      createdBy: by,
    });
    await this.epochs.moveOn(tx);
    await this.assertCompiles(tx);
    return ok({ document, isNew: true });
  }

  /** What passes the checks must compile; should it not, it must not stop everybody's charging either. */
  private async assertCompiles(tx: Tx): Promise<void> {
    compileCatalogue(await this.documents.content(tx));
  }
}

const invalid = (faults: readonly DocumentFault[]): { ok: false; refusal: PublicationRefusal } =>
  refuse({ code: 'invalid', faults });

function taken({ version }: CatalogueDocument): { ok: false; refusal: PublicationRefusal } {
  const detail = `version ${version} begins at the same instant, and is never rewritten`;
  return refuse({ code: 'effective_from_taken', faults: [{ path: 'effectiveFrom', code: 'taken', detail }] });
}

function versionAt<K extends DocumentKind>(
  versions: readonly CatalogueDocument<K>[],
  at: Instant,
): CatalogueDocument<K> | undefined {
  const begun = versions.filter((version) => version.effectiveFrom <= at);
  return begun.sort((a, b) => b.effectiveFrom - a.effectiveFrom)[0];
}

const digestOf = (body: CatalogueBodies[DocumentKind]): string =>
  createHash('sha256')
    .update(canonicalJson(body as unknown as Json))
    .digest('hex');
