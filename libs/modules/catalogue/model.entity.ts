import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'ciyuan', name: 'model' })
export class ModelEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  vendor!: string;

  /** The first epoch of the catalogue that has it. */
  @Column('bigint')
  epoch!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
