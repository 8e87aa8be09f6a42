/** Leaves a transaction with a result and without a trace: what it wrote is rolled back. */
class RolledBack extends Error {
  constructor(readonly result: unknown) {
    super('rolled back on purpose');
  }
}

/** Says what the work came to, and that nothing of it is to stay. */
export type RollBack<T> = (result: T) => never;

/**
 * The result of `work`, which runs a transaction; where that calls `rollBack`, the result that it was called with,
 * and nothing of the transaction stays.
 */
export async function unlessRolledBack<T>(work: (rollBack: RollBack<T>) => Promise<T>): Promise<T> {
  try {
    return await work((result) => {
      throw new RolledBack(result);
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.result as T;
    throw error;
  }
}
