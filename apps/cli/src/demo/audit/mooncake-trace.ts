import { numberedLines } from './file-text';
import { Adder, wholeNumber, type AuditTotals } from './totals';

const BLOCK_TOKENS = 512n;
const BLOCKS = /"hash_ids"\s*:\s*\[([\s0-9,]*)\]/;

/** A node of a tree: for each block that has followed here, the node behind it. */
interface Node {
  readonly next: Map<bigint, Node>;
}

const newNode = (): Node => ({ next: new Map() });

/** A prompt is a path through the tree: how many of its blocks were there, the missing ones being grown. */
function walk(root: Node, path: readonly bigint[]): bigint {
  let node = root;
  let known = 0n;
  for (const block of path) {
    let next = node.next.get(block);
    if (next === undefined) node.next.set(block, (next = newNode()));
    else known++;
    node = next;
  }
  return known;
}

/** Takes the numbers out of each line by their names, without reading it as JSON. */
export function auditMooncake(text: string): AuditTotals {
  const adder = new Adder();
  const root = newNode();
  for (const [number, line] of numberedLines(text)) {
    const prompt = member(line, 'input_length', number);
    const known = walk(root, blocksOf(line, number)) * BLOCK_TOKENS;
    const held = known < prompt ? known : prompt;
    adder.row([
      ['input', prompt - held],
      ['cached_input', held],
      ['output', member(line, 'output_length', number)],
    ]);
  }
  return adder.totals();
}

const member = (line: string, name: string, number: number): bigint =>
  wholeNumber(new RegExp(`"${name}"\\s*:\\s*([0-9]+)\\s*[,}]`).exec(line)?.[1], `line ${number}, ${name}`);

function blocksOf(line: string, number: number): bigint[] {
  const inside = BLOCKS.exec(line)?.[1];
  if (inside === undefined) throw new Error(`line ${number}: no hash_ids`);
  if (inside.trim() === '') return [];
  return inside.split(',').map((id) => wholeNumber(id.trim(), `line ${number}, hash_ids`));
}
