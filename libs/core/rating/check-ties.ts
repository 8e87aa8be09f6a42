import { fault, type BookFault } from './book-fault';
import { canMeet, type PlacedEntry } from './entry-overlap';
import { byPrecedence } from './price-entry';

/**
 * Entries of one class that nothing decides between, for a record that both apply to: the second of each pair is
 * named. Exact for patterns too: those of one literal length tie only where a name can match both.
 */
export function checkTies(entries: readonly PlacedEntry[]): BookFault[] {
  const faults: BookFault[] = [];
  for (const group of ofEqualRank(entries)) {
    for (const [place, entry] of group.entries()) {
      const other = group.slice(0, place).find((earlier) => canMeet(earlier, entry));
      if (other === undefined) continue;
      const detail = `entries.${other.index} is as specific and can apply to the same call`;
      faults.push(fault(`entries.${entry.index}`, 'tie', detail));
    }
  }
  return faults.sort((a, b) => placeOf(a) - placeOf(b));
}

/** Entries of the same class that precedence alone cannot put in order, in the order of the book. */
function ofEqualRank(entries: readonly PlacedEntry[]): PlacedEntry[][] {
  const sorted = [...entries].sort(
    (a, b) => a.counter - b.counter || byPrecedence(a, b) || byName(a, b) || a.index - b.index,
  );
  const groups: PlacedEntry[][] = [];
  for (const entry of sorted) {
    const last = groups[groups.length - 1];
    const first = last?.[0];
    if (last === undefined || first === undefined) groups.push([entry]);
    else if (first.counter !== entry.counter || byName(first, entry) !== 0) groups.push([entry]);
    else if (byPrecedence(first, entry) === 0) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/** Two names never meet, so that a book of thousands of models falls into groups of a few; patterns may. */
function byName({ model: a }: PlacedEntry, { model: b }: PlacedEntry): number {
  if (!a.exact || !b.exact || a.text === b.text) return 0;
  return a.text < b.text ? -1 : 1;
}

const placeOf = (tie: BookFault): number => Number(tie.path.slice('entries.'.length));
