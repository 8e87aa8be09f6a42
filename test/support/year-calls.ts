/** What is used: `id | account | day | model@owner | tokens`, by the month that it is of. */
export const CALLS: Readonly<Record<string, string>> = {
  '2026-10': `
    a1 | wang  | 2026-10-10 | alpha-1@north | 60_000_000
    a2 | wang  | 2026-10-11 | beta-1@south  | 20_000_000
    a3 | li    | 2026-10-12 | alpha-1@north | 100_000_000
    a4 | li    | 2026-10-13 | beta-1@south  | 50_000_000
    a5 | works | 2026-10-14 | alpha-1@north | 100_000_000`,
  '2026-11': `
    b1 | wang  | 2026-11-16 | alpha-1@north | 75_000_000
    b2 | wang  | 2026-11-17 | beta-1@south  | 25_000_000
    b3 | li    | 2026-11-18 | alpha-1@north | 150_000_000
    b4 | li    | 2026-11-19 | beta-1@south  | 30_000_000
    b5 | works | 2026-11-20 | alpha-1@north | 60_000_000`,
  '2026-12': `
    c1 | wang  | 2026-12-16 | alpha-1@north | 60_000_000
    c2 | wang  | 2026-12-17 | alpha-1@north | 30_000_000
    c3 | wang  | 2026-12-18 | beta-1@south  | 20_000_000
    c4 | li    | 2026-12-19 | alpha-1@north | 125_000_000
    c5 | li    | 2026-12-20 | beta-1@south  | 40_000_000
    c6 | works | 2026-12-21 | alpha-1@north | 115_000_000`,
  '2027-01': `
    d1 | wang  | 2027-01-16 | alpha-1@north | 50_000_000
    d2 | wang  | 2027-01-17 | beta-1@south  | 50_000_000
    d3 | li    | 2027-01-15 | alpha-1@north | 50_000_000
    d4 | li    | 2027-01-16 | alpha-1@north | 80_000_000
    d5 | li    | 2027-01-17 | beta-1@south  | 10_000_000
    d6 | works | 2027-01-18 | alpha-1@north | 105_000_000`,
  '2027-02': `
    e1 | wang  | 2027-02-16 | alpha-1@north | 33_333_333
    e2 | wang  | 2027-02-17 | beta-1@south  | 22_222_222
    e3 | li    | 2027-02-18 | alpha-1@north | 30_000_001
    e4 | li    | 2027-02-19 | beta-1@south  | 12_345_678
    e5 | works | 2027-02-20 | alpha-1@north | 100_000_000`,
  '2027-03': `
    f1 | wang  | 2027-03-16 | alpha-1@north | 80_000_000
    f2 | li    | 2027-03-17 | alpha-1@north | 120_000_000
    f3 | li    | 2027-03-18 | beta-1@south  | 20_000_000
    f4 | works | 2027-03-19 | alpha-1@north | 100_000_000`,
  '2027-04': `
    g1 | wang  | 2027-04-16 | alpha-1@north | 110_000_000
    g2 | li    | 2027-04-17 | alpha-1@north | 100_000_000
    g3 | li    | 2027-04-18 | beta-1@south  | 25_000_000
    g4 | works | 2027-04-19 | alpha-1@north | 130_000_000`,
  '2027-05': `
    h1 | wang  | 2027-05-16 | alpha-1@north | 40_000_000
    h2 | wang  | 2027-05-17 | beta-1@south  | 40_000_000
    h3 | li    | 2027-05-18 | alpha-1@north | 200_000_000
    h4 | li    | 2027-05-19 | beta-1@south  | 25_000_000
    h5 | works | 2027-05-20 | alpha-1@north | 100_000_000
    h6 | zhao  | 2027-05-21 | alpha-1@north | 40_000_000`,
  '2027-06': `
    i1 | wang  | 2027-06-16 | alpha-1@north | 100_000_000
    i2 | li    | 2027-06-15 | beta-1@south  | 20_000_000
    i3 | li    | 2027-06-16 | beta-1@south  | 40_000_000
    i4 | li    | 2027-06-17 | alpha-1@north | 60_000_000
    i5 | works | 2027-06-18 | alpha-1@north | 80_000_000`,
  '2027-07': `
    j1 | wang  | 2027-07-16 | beta-1@south  | 100_000_000
    j2 | li    | 2027-07-17 | alpha-1@north | 100_000_000
    j3 | li    | 2027-07-18 | beta-1@south  | 10_000_000
    j4 | works | 2027-07-19 | alpha-1@north | 100_000_000
    j5 | zhao  | 2027-07-20 | beta-1@south  | 20_000_000`,
  '2027-08': `
    k1 | wang  | 2027-08-16 | alpha-1@north | 25_000_000
    k2 | wang  | 2027-08-17 | beta-1@south  | 25_000_000
    k3 | li    | 2027-08-18 | alpha-1@north | 140_000_000
    k4 | li    | 2027-08-19 | beta-1@south  | 30_000_000
    k5 | works | 2027-08-20 | alpha-1@north | 100_000_000`,
  '2027-09': `
    l1 | wang  | 2027-09-16 | alpha-1@north | 60_000_000
    l2 | wang  | 2027-09-17 | beta-1@south  | 20_000_000
    l3 | li    | 2027-09-18 | alpha-1@north | 120_000_000
    l4 | li    | 2027-09-19 | beta-1@south  | 10_000_000
    l5 | works | 2027-09-20 | alpha-1@north | 70_000_000
    l6 | zhao  | 2027-09-21 | alpha-1@north | 25_000_000`,
};

/** What comes later than its month, or waits. */
export const LATE = {
  october: `
    y1 | li    | 2026-10-28 | alpha-1@north | 10_000_000
    y6 | wang  | 2026-10-29 | alpha-1@north | 5_000_000`,
  octoberAgain: 'y8 | li | 2026-10-30 | alpha-1@north | 20_000_000',
  waiting: 'y2 | zhao | 2027-01-12 | alpha-1@north | 20_000_000',
  reopened: 'y3 | li | 2027-01-30 | beta-1@south | 5_000_000',
  march: `
    y4 | li | 2027-03-28 | beta-1@south | 15_000_000
    y5 | li | 2027-03-29 | alpha-1@south | 4_000_000`,
  june: 'y7 | works | 2027-06-25 | alpha-1@north | 15_000_000',
};
