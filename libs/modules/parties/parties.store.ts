import { Injectable } from '@nestjs/common';
import { PARTY_KINDS, type Party } from '@ciyuan/core/catalogue';
import { formatScaled, parseScaled, type Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { PartyEntity } from './party.entity';

const RATE_PLACES = 6;

/** Parties are few and are never changed. */
@Injectable()
export class PartiesStore {
  /** Adds the party unless its code is taken; says whether it did. */
  async insert(tx: Tx, party: Party, createdAt: Instant): Promise<boolean> {
    const values = { ...party, kinds: [...party.kinds], createdAt: new Date(createdAt) };
    const inserted = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(PartyEntity)
      .values(values)
      .orIgnore()
      .returning('code')
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  async byCode(tx: Tx, code: string): Promise<Party | undefined> {
    const found = await tx.manager.findOneBy(PartyEntity, { code });
    return found === null ? undefined : canonical(found);
  }

  /** All of them, by code. */
  async list(tx: Tx): Promise<Party[]> {
    const found = await tx.manager.find(PartyEntity, { order: { code: 'ASC' } });
    return found.map(canonical);
  }
}

/** As it is stored and read again: rates without trailing zeros, kinds in their own order. */
export function canonical({ code, name, kinds, vatRate, withholdingRate }: Party): Party {
  return {
    code,
    name,
    kinds: PARTY_KINDS.filter((kind) => kinds.includes(kind)),
    vatRate: shortest(vatRate),
    withholdingRate: shortest(withholdingRate),
  };
}

const shortest = (rate: string): string => formatScaled(parseScaled(rate, RATE_PLACES), RATE_PLACES);
