import { Injectable } from '@nestjs/common';
import type { DocumentFault } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { differences, readWith } from '@ciyuan/platform/validation';
import { CatalogueDocumentsStore } from './catalogue-documents.store';
import { CatalogueEpochStore } from './catalogue-epoch.store';
import { ModelsStore } from './models.store';
import { PartyCodesStore } from './party-codes.store';
import { modelSchema, type NamedModel } from './schemas/model-schema';

export interface ModelRefusal {
  /** `code_taken`: by a model of another name or vendor, or by a name that stands for one; a model never changes. */
  readonly code: 'invalid' | 'code_taken';
  readonly faults: readonly DocumentFault[];
}

/** Makes a model known, so that its usage can be charged. Saying the same again changes nothing. */
@Injectable()
export class DefineModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly epochs: CatalogueEpochStore,
    private readonly models: ModelsStore,
    private readonly documents: CatalogueDocumentsStore,
    private readonly parties: PartyCodesStore,
  ) {}

  async run(candidate: unknown): Promise<Result<NamedModel, ModelRefusal>> {
    const read = readWith(modelSchema, candidate);
    if (!read.ok) return refuse({ code: 'invalid', faults: read.refusal });
    return this.database.retrying((tx) => this.define(tx, read.value));
  }

  private async define(tx: Tx, model: NamedModel): Promise<Result<NamedModel, ModelRefusal>> {
    const epoch = await this.epochs.lock(tx);
    const known = await this.models.byCode(tx, model.code);
    if (known !== undefined) {
      const faults = differences(model, known);
      return faults.length === 0 ? ok(known) : refuse({ code: 'code_taken', faults });
    }
    const alias = await this.aliasOf(tx, model.code);
    if (alias !== undefined) return refuse({ code: 'code_taken', faults: [alias] });
    if (!(await this.parties.all(tx)).has(model.vendor)) {
      const faults = [{ path: 'vendor', code: 'unknown_party', detail: model.vendor }];
      return refuse({ code: 'invalid', faults });
    }
    await this.models.insert(tx, { ...model, epoch: epoch + 1 }, this.clock.now());
    await this.epochs.moveOn(tx);
    return ok(model);
  }

  /** A name that ever stood for another model: records of then would be rated anew as something else. */
  private async aliasOf(tx: Tx, code: string): Promise<DocumentFault | undefined> {
    const served = await this.documents.versions(tx, 'served_models');
    const taken = served.find(({ body }) => body.aliases.some(({ name }) => name === code));
    return taken && { path: 'code', code: 'served_name', detail: `stands for another in ${taken.code}` };
  }
}
