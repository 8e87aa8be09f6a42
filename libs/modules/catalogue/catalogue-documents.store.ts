import { Injectable } from '@nestjs/common';
import type { CatalogueContent, DocumentKind } from '@ciyuan/core/charging';
import type { Tx } from '@ciyuan/platform/database';
import { LessThanOrEqual, type FindOptionsWhere } from 'typeorm';
import { CatalogueDocumentEntity } from './catalogue-document.entity';
import type { CatalogueDocument } from './catalogue-document';
import { CatalogueEpochStore } from './catalogue-epoch.store';
import { ModelsStore } from './models.store';

/** The versioned documents: rows are added, and never changed. */
@Injectable()
export class CatalogueDocumentsStore {
  constructor(
    private readonly epochs: CatalogueEpochStore,
    private readonly models: ModelsStore,
  ) {}

  epoch(tx: Tx): Promise<number> {
    return this.epochs.read(tx);
  }

  /** Everything, at least as new as the epoch that it names: the epoch is read first. */
  async content(tx: Tx): Promise<CatalogueContent> {
    const epoch = await this.epochs.read(tx);
    return contentOf(epoch, await this.find(tx, {}), await this.models.list(tx));
  }

  /** What the catalogue was at an epoch: exactly what a write of that epoch charged with. */
  async contentAsOf(tx: Tx, epoch: number): Promise<CatalogueContent> {
    const documents = await this.find(tx, { epoch: LessThanOrEqual(String(epoch)) });
    return contentOf(epoch, documents, await this.models.list(tx, epoch));
  }

  /** The versions of one document, or of all documents of the kind, in the order in which they were added. */
  versions<K extends DocumentKind>(tx: Tx, kind: K, code?: string): Promise<CatalogueDocument<K>[]> {
    return this.find(tx, { kind, ...(code !== undefined && { code }) }) as Promise<CatalogueDocument<K>[]>;
  }

  /** Null where there is no such document. */
  async latestVersion(tx: Tx, kind: DocumentKind, code: string): Promise<number | null> {
    return tx.manager.maximum(CatalogueDocumentEntity, 'version', { kind, code });
  }

  async insert<K extends DocumentKind>(
    tx: Tx,
    document: Omit<CatalogueDocument<K>, 'id'>,
  ): Promise<CatalogueDocument<K>> {
    const values = {
      ...document,
      epoch: String(document.epoch),
      effectiveFrom: new Date(document.effectiveFrom),
      createdAt: new Date(document.createdAt),
    };
    const inserted = await tx.manager.insert(CatalogueDocumentEntity, values);
    const { id } = inserted.identifiers[0] as { id: string };
    return { ...document, id: Number(id) };
  }

  private async find(tx: Tx, where: FindOptionsWhere<CatalogueDocumentEntity>): Promise<CatalogueDocument[]> {
    const found = await tx.manager.find(CatalogueDocumentEntity, { where, order: { id: 'ASC' } });
    return found.map(read);
  }
}

function contentOf(
  epoch: number,
  documents: readonly CatalogueDocument[],
  models: CatalogueContent['models'],
): CatalogueContent {
  const of = <K extends DocumentKind>(kind: K): CatalogueDocument<K>[] =>
    documents.filter((document): document is CatalogueDocument<K> => document.kind === kind);
  return {
    epoch,
    models,
    plan: of('plan'),
    price_book: of('price_book'),
    cost_book: of('cost_book'),
    coefficient_table: of('coefficient_table'),
    split_rule: of('split_rule'),
    contract: of('contract'),
    holiday_calendar: of('holiday_calendar'),
    served_models: of('served_models'),
    notice_policy: of('notice_policy'),
    eligibility_rule: of('eligibility_rule'),
    exchange_rates: of('exchange_rates'),
    variance_policy: of('variance_policy'),
    settlement_calendar: of('settlement_calendar'),
    approval_limits: of('approval_limits'),
  };
}

function read({
  id,
  epoch,
  effectiveFrom,
  createdAt,
  body,
  ...rest
}: CatalogueDocumentEntity): CatalogueDocument {
  return {
    ...rest,
    id: Number(id),
    epoch: Number(epoch),
    effectiveFrom: effectiveFrom.getTime(),
    createdAt: createdAt.getTime(),
    // Only bodies that fitted the schema of their kind were ever written.
    body: body as CatalogueDocument['body'],
  };
}
