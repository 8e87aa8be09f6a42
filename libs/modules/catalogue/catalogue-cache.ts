import { Injectable } from '@nestjs/common';
import { compileCatalogue, type ChargingCatalogue } from '@ciyuan/core/charging';
import type { Tx } from '@ciyuan/platform/database';
import { CatalogueDocumentsStore } from './catalogue-documents.store';

interface Compiled {
  readonly epoch: number;
  readonly catalogue: Promise<ChargingCatalogue>;
}

/**
 * The compiled catalogue, read and compiled once per epoch and process. A transaction that has itself changed the
 * catalogue must not ask here: should it fail, what it wrote would stay in the cache under an epoch yet to come.
 */
@Injectable()
export class CatalogueCache {
  private latest: Compiled | undefined;

  constructor(private readonly documents: CatalogueDocumentsStore) {}

  /** At least as new as the transaction's epoch. Whoever comes while it is being compiled waits for that. */
  async current(tx: Tx): Promise<ChargingCatalogue> {
    const epoch = await this.documents.epoch(tx);
    // What another transaction failed to read, this one may be able to.
    const shared = await this.of(epoch)?.catch(() => undefined);
    return shared ?? this.of(epoch) ?? this.compile(tx, epoch);
  }

  private of(epoch: number): Promise<ChargingCatalogue> | undefined {
    return this.latest?.epoch === epoch ? this.latest.catalogue : undefined;
  }

  private compile(tx: Tx, epoch: number): Promise<ChargingCatalogue> {
    const compiled = { epoch, catalogue: this.documents.content(tx).then(compileCatalogue) };
    this.latest = compiled;
    compiled.catalogue.catch(() => {
      if (this.latest === compiled) this.latest = undefined;
    });
    return compiled.catalogue;
  }
}
