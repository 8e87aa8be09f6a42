import { canMatchTheSame } from '../catalogue';
import { pattern } from '../kernel';
import { checkNotNegative, type SplitRuleFault } from './split-rule-fault';
import type { PerMillionRate } from './split-rule';

/**
 * The faults of a table of prices a million. A row that names neither model nor chip kind says what the step's own
 * value says; two rows tie when nothing decides between them for a line that both name.
 */
export function checkRates(rates: readonly PerMillionRate[], path: string): SplitRuleFault[] {
  return rates.flatMap((rate, index) => {
    const row = `${path}.${index}`;
    const faults = checkNotNegative(rate.value, `${row}.value`);
    if (namesNothing(rate)) return [{ path: row, code: 'names_nothing' }, ...faults];
    return rates.slice(0, index).some((earlier) => ties(earlier, rate))
      ? [{ path: row, code: 'tie' }, ...faults]
      : faults;
  });
}

const modelOf = ({ model = '*' }: PerMillionRate): string => model;

/** An empty text is the name of no model and of no chip. */
const namesNothing = (rate: PerMillionRate): boolean =>
  rate.model === '' ||
  rate.chipKind === '' ||
  (rate.chipKind === undefined && pattern(modelOf(rate)).literalLength === 0);

function ties(a: PerMillionRate, b: PerMillionRate): boolean {
  if (a.chipKind !== b.chipKind) return false;
  const [one, other] = [pattern(modelOf(a)), pattern(modelOf(b))];
  const sameRank = one.exact === other.exact && one.literalLength === other.literalLength;
  return sameRank && canMatchTheSame(one.text, other.text);
}
