import { createHash } from 'node:crypto';

const DIGEST_LENGTH = 22;

/**
 * Which leading blocks of a prompt a cache holds that never forgets. A block counts with all that stands before it,
 * so each is known by a digest over its id and the digest of the block before: the way in which serving engines
 * key the blocks of their prefix caches.
 */
export class PrefixCache {
  readonly #seen = new Set<string>();

  /** How many leading blocks an earlier prompt began with, the same from the first on; then remembers this one. */
  admit(blocks: readonly number[]): number {
    let digest = '';
    let hits = 0;
    for (const [index, block] of blocks.entries()) {
      digest = chained(digest, block);
      // Behind the first block that is new, every prefix is.
      if (hits === index && this.#seen.has(digest)) hits++;
      else this.#seen.add(digest);
    }
    return hits;
  }
}

const chained = (before: string, block: number): string =>
  createHash('sha256').update(`${before}/${block}`).digest('base64url').slice(0, DIGEST_LENGTH);
