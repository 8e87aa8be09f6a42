import { canMatchTheSame, readTierComponent, type TierRow } from '../catalogue';
import { bySpecificity, pattern } from '../kernel';
import { COUNTERS } from '../usage';
import { fault, type BookFault } from './book-fault';
import { checkClass, checkModel } from './check-entry';
import { checkTierComponent } from './check-tiers';
import type { PlacedEntry } from './entry-overlap';

/**
 * Faults of the tier rows: by themselves, among one another, and against the plain entries, which a row stands
 * instead of. An entry may price more models than a row names, by a wider pattern; one that names what the row names,
 * or something narrower, would never be asked.
 */
export function checkTierRows(rows: readonly TierRow[], entries: readonly PlacedEntry[]): BookFault[] {
  return rows.flatMap((row, index) => {
    const path = `tiers.${index}`;
    const earlier = rows.slice(0, index);
    return [
      ...checkNames(row, path),
      ...checkLadder(row, `${path}.component`),
      ...checkEarlier(row, earlier, path),
      ...checkEntries(row, entries, path),
    ];
  });
}

function checkNames(row: TierRow, path: string): BookFault[] {
  const faults: BookFault[] = [];
  if (row.lineage === '')
    faults.push(fault(`${path}.lineage`, 'no_lineage', 'what its counter is kept under'));
  if (row.models.length === 0)
    faults.push(fault(`${path}.models`, 'no_model', 'a name, or a pattern with *'));
  row.models.forEach((model, index) => faults.push(...checkModel(model, `${path}.models.${index}`)));
  if (row.classes.length === 0) faults.push(fault(`${path}.classes`, 'no_class', 'a token class or a meter'));
  row.classes.forEach((name, index) => faults.push(...checkClass(name, `${path}.classes.${index}`)));
  return faults;
}

function checkLadder(row: TierRow, path: string): BookFault[] {
  const component = readTierComponent(row.component);
  if (!component.ok) {
    const { path: place, code } = component.refusal;
    return [fault(`${path}.${place}`, 'unreadable_tier', code.replaceAll('_', ' '))];
  }
  return checkTierComponent(component.value).map((one) =>
    fault(`${path}.${one.path}`, 'not_a_ladder', one.code.replaceAll('_', ' ')),
  );
}

function checkEarlier(row: TierRow, earlier: readonly TierRow[], path: string): BookFault[] {
  return earlier.flatMap((other, index) => {
    const faults: BookFault[] = [];
    if (other.lineage === row.lineage) {
      faults.push(fault(`${path}.lineage`, 'lineage_taken', `tiers.${index} counts under it`));
    }
    const shared = row.classes.filter((name) => other.classes.includes(name));
    if (
      shared.length > 0 &&
      row.models.some((model) => other.models.some((its) => canMatchTheSame(model, its)))
    ) {
      faults.push(
        fault(path, 'tiers_overlap', `tiers.${index} prices ${shared.join(', ')} of the same model`),
      );
    }
    return faults;
  });
}

function checkEntries(row: TierRow, entries: readonly PlacedEntry[], path: string): BookFault[] {
  return entries
    .filter((entry) => row.classes.includes(COUNTERS[entry.counter] as string))
    .filter((entry) => row.models.some((model) => namesSame(entry, model)))
    .map((entry) => {
      const detail = `entries.${entry.index} prices ${COUNTERS[entry.counter]} of ${entry.model.text}`;
      return fault(path, 'tier_and_entry', detail);
    });
}

const namesSame = (entry: PlacedEntry, model: string): boolean =>
  bySpecificity(entry.model, pattern(model)) <= 0 && canMatchTheSame(entry.model.text, model);
