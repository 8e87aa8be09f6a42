import type { HeldBasis } from '../../catalogue';
import { floor, multiply, ratio, type Fen } from '../../kernel';
import type { StatementLine, StatementLineKind } from '../settlement-plan';
import { coverOf, type AccountCover } from './account-cover';
import type { CoveredAccount, Coverage, HeldLine } from './coverage-input';
import { duePart } from './due-part';
import type { MonthDue, StatementDue } from './month-due';
import { RevenueIndex } from './revenue-index';

const MOVING: readonly StatementLineKind[] = ['adjustment', 'clawback', 'dispute'];

/** A party's statement of a month, and what its contract says that its shares wait for. */
export interface StatementToHold {
  readonly party: string;
  readonly currency: string;
  readonly month: string;
  readonly basis: HeldBasis | undefined;
  readonly lines: readonly StatementLine[];
}

/** What is due of which month by what was invoiced and collected; keeps what it looked at. */
export class DueShares {
  private readonly index: RevenueIndex;
  private readonly accounts: ReadonlyMap<string, CoveredAccount>;
  private readonly looked = new Map<string, AccountCover>();

  constructor(private readonly coverage: Coverage) {
    this.index = new RevenueIndex(coverage.revenue);
    this.accounts = new Map(coverage.accounts.map((one) => [`${one.accountId} ${one.currency}`, one]));
  }

  /** The accounts whose money decided, in the order of their numbers. */
  covers(): AccountCover[] {
    return [...this.looked.values()].sort(inOrder);
  }

  of(statement: StatementToHold): StatementDue {
    const { party, currency, month, basis, lines } = statement;
    const mine = this.coverage.outstanding.filter((one) => one.party === party && one.currency === currency);
    const months = mine.map((one) => {
      const movedFen = one.movedFen + movedOf(lines, one.month);
      const { takenBackFen, restFen } = this.rest(currency, { ...one, movedFen });
      const heldFen = restFen < one.heldFen ? restFen : one.heldFen;
      return monthDue(one, { takenBackFen, heldBeforeFen: one.heldFen, heldFen });
    });
    const own = ownShares(lines, month);
    if (basis !== undefined && own.length > 0) {
      const whole = { month, basis, lines: own, movedFen: 0n };
      months.push(
        monthDue(whole, { takenBackFen: 0n, heldBeforeFen: 0n, heldFen: this.rest(currency, whole).restFen }),
      );
    }
    return {
      months: months.sort((a, b) => (a.month < b.month ? -1 : 1)),
      uncoveredFen: total(months, ({ heldFen, heldBeforeFen }) => heldFen - heldBeforeFen),
      coveredFen: total(months, ({ heldFen, heldBeforeFen }) => heldBeforeFen - heldFen),
    };
  }

  /** Of what is left of the month's shares the part that is not due, rounded up. */
  private rest(currency: string, of: HeldMonth): { readonly takenBackFen: Fen; readonly restFen: Fen } {
    const { month, basis, movedFen } = of;
    const takenBackFen = movedFen < 0n ? -movedFen : 0n;
    const leftFen = sharesOf(of.lines) - takenBackFen;
    if (leftFen <= 0n) return { takenBackFen, restFen: 0n };
    const lines = of.lines.map((line) => ({ ...line, revenue: this.index.of(month, currency, line.key) }));
    const part = duePart(lines, ({ accountId }) => this.look(accountId, currency, month, basis));
    return { takenBackFen, restFen: leftFen - floor(multiply(ratio(leftFen), part)) };
  }

  private look(accountId: number, currency: string, month: string, basis: HeldBasis): AccountCover {
    const key = `${accountId} ${currency} ${month} ${basis}`;
    let found = this.looked.get(key);
    if (found === undefined) {
      const known = this.accounts.get(`${accountId} ${currency}`);
      const account = known ?? { accountId, currency, months: [], invoiced: 0n, collected: 0n };
      this.looked.set(key, (found = coverOf(account, month, basis)));
    }
    return found;
  }
}

interface HeldMonth {
  readonly month: string;
  readonly basis: HeldBasis;
  readonly lines: readonly HeldLine[];
  readonly movedFen: Fen;
}

const monthDue = (
  { month, basis, lines }: HeldMonth,
  figures: Pick<MonthDue, 'takenBackFen' | 'heldBeforeFen' | 'heldFen'>,
): MonthDue => ({ month, basis, shareFen: sharesOf(lines), ...figures });

const sharesOf = (lines: readonly HeldLine[]): Fen => lines.reduce((all, { shareFen }) => all + shareFen, 0n);

/** Held is what a month's own lines give the party; what else a statement has is due at once. */
const ownShares = (lines: readonly StatementLine[], month: string): HeldLine[] =>
  lines.flatMap(({ lineKind, originMonth, key, shareFen }) =>
    lineKind === 'share' && originMonth === month && key !== null && shareFen > 0n ? [{ key, shareFen }] : [],
  );

const movedOf = (lines: readonly StatementLine[], month: string): Fen =>
  lines
    .filter(({ lineKind, originMonth }) => MOVING.includes(lineKind) && originMonth === month)
    .reduce((all, { shareFen }) => all + shareFen, 0n);

const total = (months: readonly MonthDue[], of: (one: MonthDue) => Fen): Fen =>
  months.map(of).reduce((all, fen) => (fen > 0n ? all + fen : all), 0n);

const inOrder = (a: AccountCover, b: AccountCover): number =>
  a.accountId - b.accountId || (textOf(a) < textOf(b) ? -1 : 1);
const textOf = ({ currency, month, basis }: AccountCover): string => `${currency} ${month} ${basis}`;
