import {
  claimedFen,
  lineOfDifference,
  type AmountsOf,
  type SettledLine,
  type SettledShare,
} from '@ciyuan/core/reconciliation';
import type { Fen } from '@ciyuan/core/kernel';
import type { DisputeReason } from '@ciyuan/core/settlement';
import type { ClaimedLine, StoredLine } from '@ciyuan/modules/settlement';
import type { DisputedDifference } from './difference';
import type { Level } from './level';
import type { RecordTraits } from './record-traits.store';

/** A share as it should be, by whoever knows better; null is the statement as a whole. */
export interface GivenClaim {
  readonly line: number | null;
  readonly claimedFen: Fen;
}

export interface ClaimsToMake {
  readonly level: Level;
  readonly differences: readonly DisputedDifference[];
  readonly records: ReadonlyMap<number, RecordTraits>;
  readonly lines: readonly StoredLine[];
  readonly shareFen: Fen;
  readonly given: readonly GivenClaim[];
  readonly reason: DisputeReason;
}

/** A claim for each line that differences belong to, and one for what belongs to none of its own. */
export function claimsOfDifferences(wanted: ClaimsToMake): ClaimedLine[] {
  const settled = settledLines(wanted);
  return [...groupsOf(wanted, settled)].map(([statementLine, differences]) => ({
    statementLine,
    claimedFen:
      wanted.given.find(({ line }) => line === statementLine)?.claimedFen ??
      claimedFen(settledShare(wanted, settled, statementLine), apartOf(differences), amountsOf(differences)),
    reason: wanted.reason,
    detail: `${differences.length} of what differs in reconciliation ${differences[0]?.runId}`,
    reconciliationDifferenceIds: differences.map(({ id }) => id),
  }));
}

function groupsOf(
  { differences, records }: ClaimsToMake,
  settled: readonly SettledLine[],
): ReadonlyMap<number | null, DisputedDifference[]> {
  const groups = new Map<number | null, DisputedDifference[]>();
  for (const one of differences) {
    const { plan, model, kind } = one;
    const told = { plan, model, kind, vendor: null, computeOwner: null, ...records.get(one.id) };
    const line = lineOfDifference(told, settled);
    groups.set(line, [...(groups.get(line) ?? []), one]);
  }
  return groups;
}

/** Records and hours are of the month's own shares alone; a statement's file names its other lines, too. */
const settledLines = ({ level, lines }: ClaimsToMake): SettledLine[] =>
  lines
    .filter(({ lineKind }) => level === 'statement' || lineKind === 'share')
    .map(({ line, lineKind, plan, key, gross, shareFen }) => ({
      ...{ line, plan, gross, shareFen },
      model: key?.model ?? null,
      vendor: key?.vendor ?? null,
      computeOwner: key?.computeOwner ?? null,
      kind: lineKind === 'share' ? (key?.kind ?? null) : lineKind,
    }));

function settledShare(
  { shareFen }: ClaimsToMake,
  settled: readonly SettledLine[],
  line: number | null,
): SettledShare {
  const one = settled.find((candidate) => candidate.line === line);
  return one ?? { shareFen, gross: settled.reduce((sum, { gross }) => sum + gross, 0n) };
}

const apartOf = (differences: readonly DisputedDifference[]): bigint =>
  differences.reduce((sum, { amountApart }) => sum + amountApart, 0n);

/** A reporter states what its customers are charged, everybody else what it asks for itself. */
const amountsOf = ([first]: readonly DisputedDifference[]): AmountsOf =>
  first?.role === 'reporter' ? 'customers' : 'party';
