/** Somebody else has said meanwhile what becomes of the row, or took its order: what was begun is rolled back. */
export class DecidedMeanwhile extends Error {
  override readonly name = 'DecidedMeanwhile';
}
