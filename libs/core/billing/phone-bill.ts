import { formatInstant, formatScaled, type Fen, type Instant } from '../kernel';

export const PHONE_BILL_KINDS = ['invoice', 'credit_note', 'reversal'] as const;
/** A reversal takes a line of an earlier file back, whose document became void since. */
export type PhoneBillKind = (typeof PHONE_BILL_KINDS)[number];

/** What a carrier is to collect for an account of one document; amounts of credit notes and reversals are negative. */
export interface PhoneBillLine {
  /** From 1, in each file. */
  readonly line: number;
  readonly kind: PhoneBillKind;
  /** As the carrier calls the account. */
  readonly billingId: string;
  readonly account: string;
  readonly document: string;
  readonly netFen: Fen;
  readonly taxFen: Fen;
  readonly grossFen: Fen;
  readonly description: string;
  readonly chargeCode: string;
}

export interface PhoneBillHeader {
  readonly sender: string;
  /** From 1 and without a gap, over all files. */
  readonly sequence: number;
  readonly createdAt: Instant;
  readonly period: string;
  readonly currency: string;
}

export interface PhoneBillSums {
  readonly lineCount: number;
  readonly netFen: Fen;
  readonly taxFen: Fen;
  readonly grossFen: Fen;
}

const FEN_PLACES = 2;
const MS = 1_000;

export const CHARGE_CODES: Readonly<Record<PhoneBillKind, string>> = {
  invoice: 'LLM-TOKEN',
  credit_note: 'LLM-TOKEN-CREDIT',
  reversal: 'LLM-TOKEN-VOID',
};
const DESCRIPTIONS: Readonly<Record<PhoneBillKind, string>> = {
  invoice: '词元服务费',
  credit_note: '词元服务费冲减',
  reversal: '词元服务费作废冲回',
};

/** What a phone bill prints beside the amount. `month` is the document's. */
export const descriptionOf = (kind: PhoneBillKind, month: string): string => `${DESCRIPTIONS[kind]} ${month}`;

export const sumsOf = (lines: readonly PhoneBillLine[]): PhoneBillSums =>
  lines.reduce(
    (sums, { netFen, taxFen, grossFen }) => ({
      lineCount: sums.lineCount + 1,
      netFen: sums.netFen + netFen,
      taxFen: sums.taxFen + taxFen,
      grossFen: sums.grossFen + grossFen,
    }),
    { lineCount: 0, netFen: 0n, taxFen: 0n, grossFen: 0n },
  );

/** The records between header and trailer, which the trailer's SHA-256 is of. None of their fields needs a quote. */
export const phoneBillDetails = (lines: readonly PhoneBillLine[]): string =>
  lines
    .map((one) =>
      record(
        'D',
        one.line,
        one.billingId,
        one.account,
        one.document,
        ...amountsOf(one),
        one.description,
        one.chargeCode,
      ),
    )
    .join('');

/** The whole file: a header, a record a line, and a trailer with what they come to. */
export function phoneBillContent(
  { sender, sequence, createdAt, period, currency }: PhoneBillHeader,
  details: string,
  sums: PhoneBillSums,
  detailsSha256: string,
): string {
  const created = formatInstant(createdAt - (createdAt % MS));
  const header = record('H', 'ciyuan-phone-bill-1', sender, sequence, created, period, currency);
  return header + details + record('T', sums.lineCount, ...amountsOf(sums), detailsSha256);
}

const amountsOf = ({ netFen, taxFen, grossFen }: Omit<PhoneBillSums, 'lineCount'>): string[] =>
  [netFen, taxFen, grossFen].map(withPlaces);

/** Both places, always: -0.50. */
function withPlaces(fen: Fen): string {
  const [whole = '0', places = ''] = formatScaled(fen, FEN_PLACES).split('.');
  return `${whole}.${places.padEnd(FEN_PLACES, '0')}`;
}

const record = (...fields: readonly (string | number)[]): string => `${fields.join(',')}\n`;
