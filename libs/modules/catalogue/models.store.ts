import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { ModelEntity } from './model.entity';
import type { NamedModel } from './schemas/model-schema';

/** The models that can be reported; never changed. */
@Injectable()
export class ModelsStore {
  async insert(tx: Tx, model: NamedModel, createdAt: Instant): Promise<void> {
    await tx.manager.insert(ModelEntity, { ...model, createdAt: new Date(createdAt) });
  }

  async byCode(tx: Tx, code: string): Promise<NamedModel | undefined> {
    const found = await tx.manager.findOneBy(ModelEntity, { code });
    return found === null ? undefined : read(found);
  }

  /** All of them, by code. */
  async list(tx: Tx): Promise<NamedModel[]> {
    const found = await tx.manager.find(ModelEntity, { order: { code: 'ASC' } });
    return found.map(read);
  }
}

const read = ({ code, name, vendor }: ModelEntity): NamedModel => ({ code, name, vendor });
