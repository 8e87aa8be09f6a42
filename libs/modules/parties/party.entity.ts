import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartyKind } from '@ciyuan/core/catalogue';

@Entity({ schema: 'ciyuan', name: 'party' })
export class PartyEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  kinds!: PartyKind[];

  @Column('numeric', { name: 'vat_rate', precision: 7, scale: 6 })
  vatRate!: string;

  @Column('numeric', { name: 'withholding_rate', precision: 7, scale: 6 })
  withholdingRate!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
