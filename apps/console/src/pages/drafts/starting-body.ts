import type { DocumentKind } from '@ciyuan/core/charging';
import type { Body } from '../catalogue/places-in';

const BOOK = { code: '', zone: 'Asia/Shanghai', currency: 'CNY', entries: [], multipliers: [], tiers: [] };

/** What most of a kind have in common; whatever else it needs is said when it is saved. */
const STARTS: Partial<Readonly<Record<DocumentKind, Body>>> = {
  plan: {
    code: '',
    role: 'package',
    name: '',
    currency: 'CNY',
    price: '',
    vatRate: '0.06',
    allowance: { tokens: 10_000_000, models: ['*'], source: 'allowance' },
    cycleAnchor: 'calendar',
    firstPeriod: { mode: 'prorated', denominator: 'actual', allowanceRounding: 'down' },
    exhaustion: 'payg',
    coefficients: 'at_issue',
    latenessHours: 72,
  },
  price_book: BOOK,
  cost_book: { ...BOOK, party: '' },
  coefficient_table: { code: '', rows: [] },
  split_rule: {
    code: '',
    match: {},
    breakage: 'operator',
    rule: { vatRate: '0.06', vatIncluded: true, residual: 'operator', steps: [] },
  },
  contract: { partner: '', serves: [], lateWindowDays: 30 },
};

export const startingBody = (kind: DocumentKind): Body => STARTS[kind] ?? { code: '' };
