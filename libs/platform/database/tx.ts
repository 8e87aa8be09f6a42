import type { EntityManager } from 'typeorm';
import type { PoolClient, QueryResultRow } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** One open transaction. Flows hand it on; only stores look inside. */
export class Tx {
  constructor(
    /** Entities and ordinary reads and writes. */
    readonly manager: EntityManager,
    private readonly client: PoolClient,
  ) {}

  /** Set-based SQL; a name makes it a prepared statement of the connection. */
  async rows<Row extends QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
    name?: string,
  ): Promise<Row[]> {
    const query = { text, values: [...values], ...(name === undefined ? {} : { name }) };
    return (await this.client.query<Row>(query)).rows;
  }

  /** COPY … FROM STDIN of text that is already in COPY's own format. */
  async copyIn(statement: string, chunks: Iterable<string>): Promise<void> {
    await pipeline(Readable.from(chunks, { objectMode: true }), this.client.query(copyFrom(statement)));
  }
}
