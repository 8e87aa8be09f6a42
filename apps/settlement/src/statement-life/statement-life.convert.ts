import { formatFen, formatInstant, type Fen } from '@ciyuan/core/kernel';
import type { StatementEvent, StatementLife, StepTaken } from '@ciyuan/modules/settlement';
import type { StatementLifeView, StepTakenView, StepView } from './statement-life.dto';

type Told = Pick<StatementEvent, keyof StepTaken['told']>;

export const takenOf = ({ statements, told, applied }: StepTaken): StepTakenView => ({
  ...stepOf(told),
  statements: statements.map(({ runId, month, payableFen, state }) => ({
    runId,
    month,
    payable: formatFen(payableFen),
    state,
  })),
  applied,
});

export const lifeOf = (life: StatementLife): StatementLifeView => ({
  state: life.statement.state,
  payable: formatFen(life.statement.payableFen),
  deemedConfirmedAt: formatInstant(life.deemedConfirmedAt),
  minimumPayout: formatFen(life.terms.minimumPayoutFen),
  paymentDueOn: life.paymentDueOn,
  events: life.events.map(stepOf),
});

const stepOf = ({ state, at, by, note, document, amountFen, payoutRunId, payee }: Told): StepView => ({
  state,
  at: formatInstant(at),
  by,
  note,
  document,
  amount: amountOrNull(amountFen),
  payoutRunId,
  payee,
});

const amountOrNull = (fen: Fen | null): string | null => (fen === null ? null : formatFen(fen));
