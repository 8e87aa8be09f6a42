import { LATEST_SCHEMA_VERSION, runMigrations } from 'bullmq';

/** The schema that BullMQ keeps its tables in, beside our own. */
export const QUEUE_SCHEMA = 'bullmq';

type RunStatement = (text: string, values?: unknown[]) => Promise<unknown>;

const TRANSACTION = /^(BEGIN|COMMIT|ROLLBACK)$/;

/** The application moves jobs; which tables there are is the owner's to say. */
const RIGHTS = `
GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ciyuan_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ciyuan_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ciyuan_app;
REVOKE INSERT, UPDATE, DELETE ON ${QUEUE_SCHEMA}.migration FROM ciyuan_app;
SET LOCAL search_path TO DEFAULT`;

/**
 * Makes BullMQ's tables, or brings them up to `version`, inside the transaction that `run` speaks in: BullMQ would
 * open and commit one of its own. Throws when the package knows another version, so that none is applied unnoticed.
 */
export async function makeQueueTables(run: RunStatement, version: number): Promise<void> {
  if (version !== LATEST_SCHEMA_VERSION)
    throw new Error(`the queue's tables are of version ${LATEST_SCHEMA_VERSION}: add a migration to it`);
  const query = async <Row>(text: string, values?: readonly unknown[]): Promise<{ rows: Row[] }> => ({
    rows: TRANSACTION.test(text) ? [] : ((await run(text, values && [...values])) as Row[]),
  });
  await runMigrations({ query }, QUEUE_SCHEMA);
  await run(RIGHTS);
}
