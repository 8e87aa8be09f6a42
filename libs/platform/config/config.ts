/** What the environment may decide; a class, so that Nest can inject it. */
export abstract class Config {
  /** 0 lets the system choose. */
  abstract readonly port: number;
  abstract readonly host: string;
  /** As the applications connect. Undefined: an embedded PostgreSQL under {@link dataDir}. */
  abstract readonly databaseUrl: string | undefined;
  /** As the owner of the tables, for migrations only. */
  abstract readonly databaseOwnerUrl: string | undefined;
  /** Where the embedded PostgreSQL keeps its data. */
  abstract readonly dataDir: string;
  /** Undefined: queues live in PostgreSQL too. */
  abstract readonly redisUrl: string | undefined;
  /** What digests of people's document numbers are keyed with: 64 hexadecimal digits. Undefined: no person is registered. */
  abstract readonly identityKey: string | undefined;
}
