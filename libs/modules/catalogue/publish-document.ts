import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '@ciyuan/core/charging';
import { ok, type Result } from '@ciyuan/core/kernel';
import { Database, type Tx } from '@ciyuan/platform/database';
import { CatalogueEpochStore } from './catalogue-epoch.store';
import { readBody } from './document-body';
import type { Publication, PublicationRefusal, Published } from './publication';
import { VersionGate, type Candidate } from './version-gate';

type Answer<K extends DocumentKind> = Result<Published<K>, PublicationRefusal>;

/**
 * Adds a version of a document to the catalogue at once, on nobody's second signature: for what an installation brings
 * with it. People write drafts.
 */
@Injectable()
export class PublishDocument {
  constructor(
    private readonly database: Database,
    private readonly epochs: CatalogueEpochStore,
    private readonly gate: VersionGate,
  ) {}

  async run<K extends DocumentKind>({ kind, body, effectiveFrom, by }: Publication<K>): Promise<Answer<K>> {
    const read = readBody(kind, body);
    if (!read.ok) return read;
    return this.database.retrying((tx) => this.publish(tx, { kind, body: read.value, effectiveFrom }, by));
  }

  private async publish<K extends DocumentKind>(
    tx: Tx,
    candidate: Candidate<K>,
    by: string,
  ): Promise<Answer<K>> {
    await this.epochs.lock(tx);
    const checked = await this.gate.check(tx, candidate);
    if (!checked.ok) return checked;
    if ('same' in checked.value) return ok({ document: checked.value.same, isNew: false });
    return ok({ document: await this.gate.admit(tx, checked.value.next, by), isNew: true });
  }
}
