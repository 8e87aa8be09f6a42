import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import { ModelsStore, type ModelPage } from './models.store';
import type { NamedModel } from './schemas/model-schema';

/** One page of the models that are asked for, in the order that is asked for. */
@Injectable()
export class ListModels {
  constructor(
    private readonly database: Database,
    private readonly models: ModelsStore,
  ) {}

  run(page: ModelPage): Promise<Listed<NamedModel>> {
    return this.database.transaction((tx) => this.models.page(tx, page));
  }
}
