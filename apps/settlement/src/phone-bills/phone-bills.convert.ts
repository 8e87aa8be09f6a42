import { formatFen, formatInstant, parseInstant } from '@ciyuan/core/kernel';
import {
  PHONE_BILL_ORDER,
  phoneBillFileName,
  type AccountCollection,
  type CollectionToSet,
  type FeedbackLine,
  type FeedbackReceived,
  type PhoneBillFile,
  type PhoneBillFileDetails,
  type PhoneBillPage,
} from '@ciyuan/modules/billing';
import { placeIn, type Listed } from '@ciyuan/platform/lists';
import type {
  CollectionRequest,
  CollectionView,
  FeedbackView,
  PhoneBillFileDetailsView,
  PhoneBillFileView,
  PhoneBillFilesView,
  PhoneBillsQuery,
} from './phone-bills.dto';

export const wantedOf = (
  account: string,
  { effectiveFrom, ...body }: CollectionRequest,
  by: string,
): CollectionToSet => ({
  ...body,
  account,
  by,
  effectiveFrom: effectiveFrom === undefined ? undefined : parseInstant(effectiveFrom),
});

export const collectionOf = (one: AccountCollection): CollectionView => ({
  ...one,
  effectiveFrom: formatInstant(one.effectiveFrom),
  setAt: formatInstant(one.setAt),
});

export const pageOf = ({ after, ...filters }: PhoneBillsQuery): PhoneBillPage => ({
  ...filters,
  ...placeIn(PHONE_BILL_ORDER, { ...filters, after }),
});

export const filesOf = ({ items, next }: Listed<PhoneBillFile>): PhoneBillFilesView => ({
  files: items.map(fileOf),
  next,
});

export const fileOf = (one: PhoneBillFile): PhoneBillFileView => ({
  sequence: one.sequence,
  file: phoneBillFileName(one),
  sender: one.sender,
  currency: one.currency,
  period: one.period,
  cutOff: formatInstant(one.cutOff),
  lineCount: one.lineCount,
  ...amountsOf(one),
  detailsSha256: one.detailsSha256,
  createdAt: formatInstant(one.createdAt),
  createdBy: one.createdBy,
});

export const detailsOf = ({ file, lines }: PhoneBillFileDetails): PhoneBillFileDetailsView => ({
  ...fileOf(file),
  lines: lines.map((one) => ({
    line: one.line,
    kind: one.kind,
    billingId: one.billingId,
    account: one.account,
    invoice: one.document,
    ...amountsOf(one),
    description: one.description,
    chargeCode: one.chargeCode,
  })),
});

export const feedbackOf = ({ feedback, lines }: FeedbackReceived): FeedbackView => ({
  sequence: feedback.sequence,
  sender: feedback.sender,
  currency: feedback.currency,
  lineCount: feedback.lineCount,
  collected: sumOf(lines, 'collected', 'partly'),
  failed: sumOf(lines, 'failed'),
  badDebt: sumOf(lines, 'bad_debt'),
  contentSha256: feedback.contentSha256,
  receivedAt: formatInstant(feedback.receivedAt),
  receivedBy: feedback.receivedBy,
  lines: lines.map((one) => ({
    line: one.line,
    account: one.account,
    invoice: one.document,
    state: one.state,
    amount: formatFen(one.amountFen),
    date: one.day,
    reason: one.reason,
    payment: one.payment,
  })),
});

const sumOf = (lines: readonly FeedbackLine[], ...states: readonly FeedbackLine['state'][]): string =>
  formatFen(
    lines.reduce((sum, { state, amountFen }) => (states.includes(state) ? sum + amountFen : sum), 0n),
  );

const amountsOf = (one: { readonly grossFen: bigint; readonly netFen: bigint; readonly taxFen: bigint }) => ({
  net: formatFen(one.netFen),
  tax: formatFen(one.taxFen),
  gross: formatFen(one.grossFen),
});
