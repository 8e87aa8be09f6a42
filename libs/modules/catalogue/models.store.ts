import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import {
  filterValues,
  listedOf,
  ordered,
  type Listed,
  type ListOrder,
  type PlaceInList,
  type SortedRow,
} from '@ciyuan/platform/lists';
import { LessThanOrEqual } from 'typeorm';
import { ModelEntity } from './model.entity';
import type { NamedModel } from './schemas/model-schema';

export type ModelSort = 'code' | 'vendor' | 'createdAt';

export const MODEL_ORDER: ListOrder<ModelSort> = {
  columns: {
    code: { sql: 'code', type: 'text' },
    vendor: { sql: 'vendor', type: 'text' },
    createdAt: { sql: 'created_at', type: 'timestamptz' },
  },
  ties: [{ sql: 'code', type: 'text' }],
  initial: 'code',
};

export interface ModelPage extends PlaceInList<ModelSort> {
  readonly vendor?: string | undefined;
  /** What the code has in it, in whatever letters. */
  readonly text?: string | undefined;
}

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

  async page(tx: Tx, page: ModelPage): Promise<Listed<NamedModel>> {
    const filters = filterValues([page.vendor, page.text]);
    const { key, after, orderBy, limit, values } = ordered(MODEL_ORDER, page, filters.length);
    const rows = await tx.rows<NamedModel & SortedRow>(
      `SELECT code, name, vendor, ${key} FROM ciyuan.model
        WHERE ($1::text IS NULL OR vendor = $1)
          AND ($2::text IS NULL OR strpos(lower(code), lower($2)) > 0)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, read);
  }

  /** All of them, or those that an epoch of the catalogue has, by code. */
  async list(tx: Tx, epoch?: number): Promise<NamedModel[]> {
    const where = epoch === undefined ? {} : { epoch: LessThanOrEqual(String(epoch)) };
    const found = await tx.manager.find(ModelEntity, { where, order: { code: 'ASC' } });
    return found.map(read);
  }
}

const read = ({ code, name, vendor }: NamedModel): NamedModel => ({ code, name, vendor });
