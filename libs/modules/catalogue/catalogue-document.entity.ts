import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { DocumentKind } from '@ciyuan/core/charging';

@Entity({ schema: 'ciyuan', name: 'catalogue_document' })
export class CatalogueDocumentEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  kind!: DocumentKind;

  @Column('text')
  code!: string;

  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'effective_from' })
  effectiveFrom!: Date;

  @Column('jsonb')
  body!: object;

  /** SHA-256 of the body's canonical JSON, in hexadecimal. */
  @Column('text')
  digest!: string;

  /** The first epoch of the catalogue that has it. */
  @Column('bigint')
  epoch!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('text', { name: 'created_by' })
  createdBy!: string;
}
