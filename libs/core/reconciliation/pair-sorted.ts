import type { Pair, Side } from './judge-pair';

/** Rows in blocks of any length: what comes row by row would wait for each of them. */
type Blocks<T> = AsyncIterable<readonly T[]> | Iterable<readonly T[]>;

/** Surrogates stand below the last characters of the basic plane in UTF-16, and above them in UTF-8. */
const FIRST_SURROGATE = 0xd800;
const AFTER_SURROGATES = 0xe000;

/** Negative, 0 or positive: the order of the keys' bytes in UTF-8, which is that of the database's collation "C". */
export function compareKeys(one: string, other: string): number {
  const end = Math.min(one.length, other.length);
  for (let at = 0; at < end; at++) {
    const [left, right] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (left !== right) return rankOf(left) - rankOf(right);
  }
  return one.length - other.length;
}

const rankOf = (unit: number): number =>
  unit >= FIRST_SURROGATE && unit < AFTER_SURROGATES ? unit + 0x10000 : unit;

/**
 * Two sides, each in the order of its keys and with each key once, key by key in that order: what has the same key
 * stands together, and whatever has no partner by itself. Holds no more than one block of either side. Throws where a
 * side is out of order or has a key twice.
 */
export async function* pairSorted<Ours extends Side, Theirs extends Side>(
  ours: Blocks<Ours>,
  theirs: Blocks<Theirs>,
): AsyncGenerator<readonly Pair<Ours, Theirs>[]> {
  const [left, right] = [new Heads(ours), new Heads(theirs)];
  for (;;) {
    await left.fill();
    await right.fill();
    if (left.head === undefined && right.head === undefined) return;
    const pairs: Pair<Ours, Theirs>[] = [];
    while (left.isReady && right.isReady) {
      const pair = pairOf(left, right);
      if (pair === undefined) break;
      pairs.push(pair);
    }
    yield pairs;
  }
}

/** Takes the lower of both heads, or both where they are of one key; undefined at the end of both sides. */
function pairOf<Ours extends Side, Theirs extends Side>(
  left: Heads<Ours>,
  right: Heads<Theirs>,
): Pair<Ours, Theirs> | undefined {
  const [one, other] = [left.head, right.head];
  const key = one?.key ?? other?.key;
  if (key === undefined) return undefined;
  const order = one === undefined ? 1 : other === undefined ? -1 : compareKeys(one.key, other.key);
  if (order <= 0) left.take();
  if (order >= 0) right.take();
  if (order > 0) return { key: other?.key ?? key, ours: undefined, theirs: other };
  return { key, ours: one, theirs: order === 0 ? other : undefined };
}

/** The next row of a side. */
class Heads<T extends Side> {
  private block: readonly T[] = [];
  private at = 0;
  private isOver = false;
  private readonly source: AsyncGenerator<readonly T[]>;

  constructor(blocks: Blocks<T>) {
    this.source = each(blocks);
  }

  /** Undefined where the block is used up, or the side. */
  get head(): T | undefined {
    return this.block[this.at];
  }

  /** False where another block is to be fetched first. */
  get isReady(): boolean {
    return this.isOver || this.at < this.block.length;
  }

  async fill(): Promise<void> {
    while (!this.isReady) {
      const next = await this.source.next();
      if (next.done === true) this.isOver = true;
      else this.follow(next.value);
    }
  }

  take(): void {
    const [before, next] = [this.block[this.at], this.block[this.at + 1]];
    this.at += 1;
    inOrder(before, next);
  }

  private follow(block: readonly T[]): void {
    inOrder(this.block.at(-1), block[0]);
    if (block.length === 0) return;
    this.block = block;
    this.at = 0;
  }
}

function inOrder(before: Side | undefined, next: Side | undefined): void {
  if (before !== undefined && next !== undefined && compareKeys(before.key, next.key) >= 0)
    throw new RangeError('keys are to come in their order, each once');
}

async function* each<T>(blocks: Blocks<T>): AsyncGenerator<readonly T[]> {
  for await (const block of blocks) yield block;
}
