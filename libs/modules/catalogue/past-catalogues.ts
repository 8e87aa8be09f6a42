import { Injectable } from '@nestjs/common';
import { compileCatalogue, type ChargingCatalogue } from '@ciyuan/core/charging';
import type { Tx } from '@ciyuan/platform/database';
import { CatalogueDocumentsStore } from './catalogue-documents.store';

/** Those who look back go through writes in order, so that a few epochs are asked for again and again. */
const KEPT = 16;

/** The compiled catalogue as it was at an epoch, to compute again what was computed then. */
@Injectable()
export class PastCatalogues {
  private readonly compiled = new Map<number, ChargingCatalogue>();

  constructor(private readonly documents: CatalogueDocumentsStore) {}

  async asOf(tx: Tx, epoch: number): Promise<ChargingCatalogue> {
    const known = this.compiled.get(epoch);
    if (known !== undefined) return known;
    const catalogue = compileCatalogue(await this.documents.contentAsOf(tx, epoch));
    const [oldest] = this.compiled.keys();
    if (this.compiled.size >= KEPT && oldest !== undefined) this.compiled.delete(oldest);
    this.compiled.set(epoch, catalogue);
    return catalogue;
  }
}
