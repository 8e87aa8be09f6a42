import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import { ModelsStore } from './models.store';
import type { NamedModel } from './schemas/model-schema';

/** Every model, by code. */
@Injectable()
export class ListModels {
  constructor(
    private readonly database: Database,
    private readonly models: ModelsStore,
  ) {}

  run(): Promise<NamedModel[]> {
    return this.database.transaction((tx) => this.models.list(tx));
  }
}
