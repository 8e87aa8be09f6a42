import { formatFen, formatInstant, parseInstant } from '@ciyuan/core/kernel';
import {
  BILL_RUN_ORDER,
  type BillRun,
  type BillRunDetails,
  type BillRunPage,
  type BillRunToRequest,
} from '@ciyuan/modules/billing';
import type { JobRun } from '@ciyuan/platform/jobs';
import { placeIn, type Listed } from '@ciyuan/platform/lists';
import { jobOf } from '../jobs/jobs.convert';
import type { BillRunsQuery, NewBillRunRequest } from './bills.dto';
import type { AcceptedBillRunView, BillRunDetailsView, BillRunView, BillRunsView } from './bills.views';

const MS_PER_HOUR = 3_600_000;

export const wantedRunOf = ({ cutOff, ...wanted }: NewBillRunRequest, by: string): BillRunToRequest => ({
  ...wanted,
  cutOff: parseInstant(cutOff) as number,
  by,
});

export const runPageOf = ({ after, ...filters }: BillRunsQuery): BillRunPage => ({
  ...filters,
  ...placeIn(BILL_RUN_ORDER, { ...filters, after }),
});

export const runOf = (run: BillRun): BillRunView => ({
  id: run.id,
  cutOff: formatInstant(run.cutOff),
  graceHours: run.graceHours,
  graceUntil: formatInstant(run.cutOff + run.graceHours * MS_PER_HOUR),
  accounts: run.accounts,
  customers: run.customers,
  state: run.state,
  inputDigest: run.inputDigest,
  createdAt: formatInstant(run.createdAt),
  createdBy: run.createdBy,
  finalisedAt: run.finalisedAt === null ? null : formatInstant(run.finalisedAt),
  finalisedBy: run.finalisedBy,
});

export const runsOf = ({ items, next }: Listed<BillRun>): BillRunsView => ({
  billRuns: items.map(runOf),
  next,
});

export const acceptedOf = (run: BillRun, job: JobRun): AcceptedBillRunView => ({
  ...runOf(run),
  job: jobOf(job),
});

export const detailsOf = ({ run, totals, progress }: BillRunDetails): BillRunDetailsView => ({
  ...runOf(run),
  progress,
  totals: totals.map((one) => ({
    currency: one.currency,
    invoices: one.invoices,
    creditNotes: one.creditNotes,
    gross: formatFen(one.grossFen),
    net: formatFen(one.netFen),
    tax: formatFen(one.taxFen),
  })),
});
