import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'ciyuan', name: 'model' })
export class ModelEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  vendor!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
