/** What a month comes to, worked out by hand in db/seeds/scenarios/a-year-of-settlement.md. Yuan. */
export interface MonthFigures {
  readonly month: string;
  /** alpha, beta, north, south, shop, operator. */
  readonly shares: string;
  /** receivable, unbilled_usage, tax_pending, deferred_revenue, deferred_shortfall, partner_payable at its end. */
  readonly balances: string;
  /** The documents of its bill run, VAT included. */
  readonly bills: string;
  /** What statements have besides the month's own lines, by party. */
  readonly besides: readonly string[];
}

export const FIGURES: readonly MonthFigures[] = [
  {
    month: '2026-10',
    shares: '162.5 82.5 130 56 10 159',
    balances: '106 530 -30 0 0 -441',
    bills: 'li 424, wang 212, works 106',
    besides: ['alpha guarantee 2026-10 20.00', 'operator guarantee 2026-10 -20.00'],
  },
  {
    month: '2026-11',
    shares: '166.94 52.06 150 44 10 197',
    balances: '42.4 530 -30 0 -20 -423',
    bills: 'li 466.4, wang 106, works 106',
    besides: [
      'alpha adjustment 2026-10 0.44',
      'beta adjustment 2026-10 -0.44',
      'north adjustment 2026-10 7.50',
      'operator adjustment 2026-10 12.50',
      'shop adjustment 2026-10 0.00',
      'south adjustment 2026-10 0.00',
    ],
  },
  {
    month: '2026-12',
    shares: '172.5 67.5 160 48 10 207',
    balances: '0 583 -33 0 -5 -458',
    bills: 'li 477, wang 106, works 106',
    besides: [
      'alpha adjustment 2026-10 4.00',
      'north adjustment 2026-10 10.00',
      'operator adjustment 2026-10 26.00',
    ],
  },
  {
    month: '2027-01',
    shares: '181 37.5 142.5 52 10 142',
    balances: '0 487.6 -27.6 0 0 -423',
    bills: 'li 381.6, wang 106, works 106',
    besides: ['alpha dispute 2026-12 4.00', 'operator dispute 2026-12 -4.00'],
  },
  {
    month: '2027-02',
    shares: '174 15.52 91.67 19.65 10 13.54',
    balances: '0 237.84567737 -13.47 0 0 -310.84',
    bills: 'li 89.45, wang 106, works 106, zhao 42.4',
    besides: [
      'alpha adjustment 2027-01 16.00',
      'alpha guarantee 2027-02 70.00',
      'beta adjustment 2027-01 -15.00',
      'north adjustment 2027-01 10.00',
      'operator adjustment 2027-01 -3.00',
      'operator guarantee 2027-02 -70.00',
      'south adjustment 2027-01 -8.00',
    ],
  },
  {
    month: '2027-03',
    shares: '202 18 150 -1.78 10 201.78',
    balances: '407.45 508.8 -28.81 -300 0 -378.22',
    bills: 'li 402.8, wang 106, works 106, zhao 318',
    besides: [
      'alpha adjustment 2027-02 12.00',
      'beta adjustment 2027-02 -12.00',
      'north adjustment 2027-02 0.00',
      'operator adjustment 2027-02 17.78',
      'shop adjustment 2027-02 0.00',
      'south adjustment 2027-02 -17.78',
    ],
  },
  {
    month: '2027-04',
    shares: '198.4 60 170 35.2 10 207.4',
    balances: '-10.6 615.86 -34.87 -300 0 -471.82',
    bills: 'li 445.2, wang 132.5, works 144.16',
    besides: [
      'alpha adjustment 2027-03 4.00',
      'beta adjustment 2027-03 22.50',
      'operator adjustment 2027-03 28.30',
      'south adjustment 2027-03 15.20',
    ],
  },
  {
    month: '2027-05',
    shares: '312 52.5 185 52 9 309.5',
    balances: '0 742 -42.01 -180 0 -610.5',
    bills: 'li 636, wang 106, works 106',
    besides: [
      'alpha clawback 2027-04 -3.00',
      'north clawback 2027-04 -5.00',
      'operator clawback 2027-04 1.00',
      'operator clawback 2027-04 3.00',
      'operator clawback 2027-04 5.00',
      'shop clawback 2027-04 -1.00',
    ],
  },
  {
    month: '2027-06',
    shares: '162 90 120 48 10 190',
    balances: '657.2 540.6 -30.61 -180 -10 -430',
    bills: 'li 455.8, wang 106, works 106',
    besides: ['alpha guarantee 2027-06 40.00', 'operator guarantee 2027-06 -40.00'],
  },
  {
    month: '2027-07',
    shares: '151 75 107.5 104 10 120',
    balances: '-15.9 439.9 -24.91 -120 -2.5 -447.5',
    bills: 'li 318, wang 106, works 106',
    besides: [
      'alpha adjustment 2027-06 6.00',
      'north adjustment 2027-06 7.50',
      'operator adjustment 2027-06 -6.00',
    ],
  },
  {
    month: '2027-08',
    shares: '200 60 132.5 44 10 376',
    balances: '318 636 -36.01 -300 0 -446.5',
    bills: 'li 530, wang 106, works 106, zhao 318',
    besides: [],
  },
  {
    month: '2027-09',
    shares: '211.5 22.5 137.5 24 10 219.5',
    balances: '31.8 445.2 -25.21 -225 0 -405.5',
    bills: 'li 371, wang 106, works 106',
    besides: [],
  },
];

/** Of all twelve months, in the order of their shares. */
export const YEAR_SHARES = '2293.84 633.08 1676.67 525.07 119 2342.72';

/** Revenue as it was charged, before its issue clears it: usage with its VAT, all else without. */
export const YEAR_REVENUE = {
  breakage_revenue: '-331.666667',
  deferred_revenue: '-225',
  deferred_shortfall: '0',
  package_revenue: '-1243.333333',
  shortfall_revenue: '-75',
  usage_revenue: '-6296.80567737',
};

/** Package tokens: issued, consumed, expired, left. */
export const YEAR_TOKENS = {
  token_balance: '75000000',
  token_consumed: '1073333333',
  token_expired: '251666667',
  token_issued: '-1400000000',
};

/** When the last bills are paid: all accounts that have something on them, the next month's package included. */
export const LAST_BALANCES = {
  adjustment_revenue: '10',
  bank: '2844.84',
  deferred_revenue: '-325',
  input_tax: '299.11',
  operator_revenue: '-2342.72',
  tax_payable: '-474.32',
  tax_pending: '-0.01',
  withholding_payable: '-11.9',
};
