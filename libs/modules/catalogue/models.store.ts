import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { LessThanOrEqual } from 'typeorm';
import { ModelEntity } from './model.entity';
import type { NamedModel } from './schemas/model-schema';

/** The models that can be reported; never changed. */
@Injectable()
export class ModelsStore {
  async insert(tx: Tx, model: NamedModel & { readonly epoch: number }, createdAt: Instant): Promise<void> {
    const values = { ...model, epoch: String(model.epoch), createdAt: new Date(createdAt) };
    await tx.manager.insert(ModelEntity, values);
  }

  async byCode(tx: Tx, code: string): Promise<NamedModel | undefined> {
    const found = await tx.manager.findOneBy(ModelEntity, { code });
    return found === null ? undefined : read(found);
  }

  /** All of them, or those that an epoch of the catalogue has, by code. */
  async list(tx: Tx, epoch?: number): Promise<NamedModel[]> {
    const where = epoch === undefined ? {} : { epoch: LessThanOrEqual(String(epoch)) };
    const found = await tx.manager.find(ModelEntity, { where, order: { code: 'ASC' } });
    return found.map(read);
  }
}

const read = ({ code, name, vendor }: ModelEntity): NamedModel => ({ code, name, vendor });
