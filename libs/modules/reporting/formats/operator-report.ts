import type { Fen } from '@ciyuan/core/kernel';
import type { SettlementRun, Statement, StoredLine } from '@ciyuan/modules/settlement';
import { controlTotals, type ControlTotals } from './control-totals';
import { NO_LINES, addTotals, totalsOf, type LineTotals } from './line-totals';
import { yuanText } from './plain-text';
import { markMembers } from './proforma-mark';

/** One statement. */
export interface PartyRow extends ControlTotals {
  readonly currency: string;
  readonly party: string;
  readonly partyName: string;
}

/** What was shared of one model's revenue of one kind; empty for what is of no single line, such as guarantees. */
export interface ModelRow extends ModelSums {
  readonly currency: string;
  readonly lineKind: string;
  readonly model: string;
  readonly kind: string;
}

interface ModelSums {
  /** Without VAT: all that was shared. */
  readonly revenue: string;
  /** What other parties have of it. */
  readonly costs: string;
  /** What the operator keeps. */
  readonly share: string;
}

/** A month for its operator. Each currency's totals are the sums of its rows, and both say the same of shares. */
export interface OperatorReport {
  readonly kind?: string;
  /** That it is an indication; a settlement has none. */
  readonly mark?: string;
  readonly month: string;
  readonly version: number;
  readonly parties: readonly PartyRow[];
  readonly models: readonly ModelRow[];
  readonly totals: readonly (ControlTotals & { readonly currency: string; readonly models: ModelSums })[];
}

interface Shared {
  readonly line: Pick<ModelRow, 'currency' | 'lineKind' | 'model' | 'kind'>;
  operatorFen: Fen;
  othersFen: Fen;
}

/** Adds up as lines pass by, and keeps a sum for each model and kind. */
export interface OperatorSums {
  add(statement: Statement, lines: readonly StoredLine[]): void;
  report(run: SettlementRun, statements: readonly Statement[]): OperatorReport;
}

export function operatorSums(operators: ReadonlySet<string>): OperatorSums {
  const byStatement = new Map<Statement, LineTotals>();
  const byModel = new Map<string, Shared>();
  return {
    add: (statement, lines) => {
      const before = byStatement.get(statement) ?? NO_LINES;
      byStatement.set(statement, addTotals(before, totalsOf(lines)));
      for (const line of lines) {
        const shared = sharedOf(byModel, line);
        if (operators.has(statement.party)) shared.operatorFen += line.shareFen;
        else shared.othersFen += line.shareFen;
      }
    },
    report: ({ kind, month, version }, statements) => {
      const shared = [...byModel].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
      const linesOf = (one: Statement): LineTotals => byStatement.get(one) ?? NO_LINES;
      return {
        ...markMembers({ kind }),
        month,
        version,
        parties: statements.map((one) => partyRow(one, linesOf(one))),
        models: shared.map((one) => ({ ...one.line, ...modelSums([one]) })),
        totals: currenciesOf(statements).map((currency) => {
          const own = statements.filter((one) => one.currency === currency);
          const lines = own.map(linesOf).reduce(addTotals, NO_LINES);
          const models = modelSums(shared.filter((one) => one.line.currency === currency));
          return { currency, ...controlTotals(own, lines), models };
        }),
      };
    },
  };
}

const currenciesOf = (statements: readonly Statement[]): string[] =>
  [...new Set(statements.map(({ currency }) => currency))].sort();

function sharedOf(byModel: Map<string, Shared>, { currency, lineKind, key }: StoredLine): Shared {
  const line = { currency, lineKind, model: key?.model ?? '', kind: key?.kind ?? '' };
  const name = JSON.stringify(Object.values(line));
  const found = byModel.get(name) ?? { line, operatorFen: 0n, othersFen: 0n };
  byModel.set(name, found);
  return found;
}

const partyRow = (statement: Statement, lines: LineTotals): PartyRow => ({
  currency: statement.currency,
  party: statement.party,
  partyName: statement.partyName,
  ...controlTotals([statement], lines),
});

function modelSums(shared: readonly Shared[]): ModelSums {
  const own = shared.reduce((sum, { operatorFen }) => sum + operatorFen, 0n);
  const others = shared.reduce((sum, { othersFen }) => sum + othersFen, 0n);
  return { revenue: yuanText(own + others), costs: yuanText(others), share: yuanText(own) };
}
