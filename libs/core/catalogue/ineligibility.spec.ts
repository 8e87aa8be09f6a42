import type { Eligibility } from './eligibility';
import { INELIGIBILITIES, ineligibilityFor, type Applicant } from './ineligibility';
import type { Plan } from './plan';

const PLAN: Plan = {
  code: 'trial',
  role: 'trial',
  name: 'Trial',
  currency: 'CNY',
  price: '0',
  vatRate: '0.06',
  allowance: { tokens: 1, models: ['*'], source: 'trial' },
  validityDays: 30,
  cycleAnchor: 'order_day',
  firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'up' },
  exhaustion: 'hard_limit',
  coefficients: 'at_issue',
  latenessHours: 72,
};
const ALL: Eligibility = {
  segments: ['small_firm', 'developer'],
  regions: ['CN-SH', 'CN-ZJ'],
  customerKinds: ['one_person_company'],
  verified: true,
  oncePerCustomer: true,
  holds: ['main', 'other'],
};
const COMPANY = { code: 'solo', kind: 'one_person_company', verifiedAt: 0 } as const;
const SOLO: Applicant = {
  segment: 'developer',
  region: 'CN-SH',
  customer: COMPANY,
  hasTaken: false,
  running: ['other'],
};

const codeFor = (eligibility: Eligibility | undefined, applicant: Applicant, segment?: string) =>
  ineligibilityFor(
    { ...PLAN, ...(eligibility && { eligibility }), ...(segment !== undefined && { segment }) },
    applicant,
  )?.code;

describe('who may take up a plan', () => {
  it.each<[string, Applicant, string | undefined]>([
    ['who fits in everything', SOLO, undefined],
    ['who is in a district of the region', { ...SOLO, region: 'CN-SH-PD' }, undefined],
    ['whose region only begins alike', { ...SOLO, region: 'CN-SHX' }, 'not_in_this_region'],
    ['who is somewhere in the country', { ...SOLO, region: 'CN' }, 'not_in_this_region'],
    ['who is nowhere', { ...SOLO, region: null }, 'not_in_this_region'],
    ['of another segment', { ...SOLO, segment: 'consumer' }, 'not_in_this_segment'],
    [
      'of another kind',
      { ...SOLO, customer: { ...COMPANY, kind: 'organisation' } },
      'not_for_this_kind_of_customer',
    ],
    ['of no customer', { ...SOLO, customer: null }, 'not_for_this_kind_of_customer'],
    ['whom nobody verified', { ...SOLO, customer: { ...COMPANY, verifiedAt: null } }, 'not_verified'],
    ['who has none of the plans', { ...SOLO, running: ['base'] }, 'needs_a_plan'],
    ['who has had it', { ...SOLO, hasTaken: true }, 'taken_before'],
  ])('one %s: %p', (_who, applicant, code) => {
    expect(codeFor(ALL, applicant)).toBe(code);
  });

  it('says what is missing first in the order of the codes', () => {
    const worst: Applicant = {
      segment: 'consumer',
      region: 'CN-BJ',
      customer: { code: 'x', kind: 'person', verifiedAt: null },
      hasTaken: true,
      running: [],
    };
    const mended: Partial<Applicant>[] = [
      { segment: 'developer' },
      { region: 'CN-SH' },
      { customer: { code: 'x', kind: 'one_person_company', verifiedAt: null } },
      { customer: COMPANY },
      { hasTaken: false },
    ];
    const said = [codeFor(ALL, worst)];
    let applicant = worst;
    for (const step of mended) {
      applicant = { ...applicant, ...step };
      said.push(codeFor(ALL, applicant));
    }
    expect(said).toEqual(INELIGIBILITIES);
  });

  it.each<[string, Eligibility | undefined, string | undefined]>([
    ['nothing', undefined, undefined],
    ['an empty eligibility', {}, undefined],
    ['what is not asked', { verified: false, oncePerCustomer: false }, undefined],
    ['only the region', { regions: ['CN-SH'] }, 'not_in_this_region'],
    ['only the verification', { verified: true }, 'not_verified'],
    ['only once', { oncePerCustomer: true }, 'not_for_this_kind_of_customer'],
  ])('asks an account of no customer for %s: %p', (_what, eligibility, code) => {
    const stranger = { segment: 'consumer', region: null, customer: null, hasTaken: true, running: [] };
    expect(codeFor(eligibility, stranger)).toBe(code);
  });

  it('reads a segment like a list of one, beside what else is asked', () => {
    expect(codeFor(undefined, SOLO, 'consumer')).toBe('not_in_this_segment');
    expect(codeFor({ regions: ['CN-BJ'] }, SOLO, 'developer')).toBe('not_in_this_region');
    expect(codeFor({ regions: ['CN'] }, SOLO, 'developer')).toBeUndefined();
  });

  it('names what would have been needed', () => {
    const elsewhere = ineligibilityFor({ ...PLAN, eligibility: ALL }, { ...SOLO, region: 'CN-BJ' });
    expect(elsewhere?.detail).toBe('trial is for CN-SH or CN-ZJ; the account is in CN-BJ');
  });
});
