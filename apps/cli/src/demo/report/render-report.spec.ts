import { allHolds, type DemoReport } from './demo-report';
import { renderReport } from './render-report';

const report: DemoReport = {
  usage: 'azure2023_code_A.csv.gz',
  month: '2026-10',
  accounts: 200,
  records: { charged: 4_405, suspense: 4, duplicate: 0, conflict: 0, refused: 0 },
  tokens: [
    { tokenClass: 'input', imported: 8_997_785n, audited: 8_997_785n },
    { tokenClass: 'output', imported: 121_331n, audited: 121_331n },
  ],
  revenue: [
    { kind: 'usage', gross: 12_345_678_900_000_000n },
    { kind: 'breakage', gross: 654_321_100_000_000n },
  ],
  shares: [
    { party: 'zhipu', share: 900_000n, payable: 954_000n },
    { party: '智谱', share: 400_000n, payable: 424_000n },
    { party: 'operator', share: -5n, payable: -5n },
  ],
  identities: [
    { name: 'roll-ups = records', holds: true },
    { name: 'journals balance', holds: true },
  ],
  elapsed: { importMs: 500, settlementMs: 1_234, verifyMs: 2_345 },
};

const EXPECTED = `azure2023_code_A.csv.gz, replayed into 2026-10 over 200 accounts

records    count
---------  -----
charged    4,405
suspense       4
duplicate      0
conflict       0
refused        0
all        4,409
Imported in 0.5 s, 8,818 records a second; settled in 1.2 s, verified in 2.3 s.

tokens   imported  second reader
------  ---------  -------------  ----
input   8,997,785      8,997,785  same
output    121,331        121,331  same

revenue by kind  yuan with VAT     part
---------------  -------------  -------
usage                12,345.68   95.0 %
breakage                654.32    5.0 %
all                  13,000.00  100.0 %

party     share, yuan     part   payable
--------  -----------  -------  --------
zhipu        9,000.00   69.2 %  9,540.00
??           4,000.00   30.8 %  4,240.00
operator        -0.05    0.0 %     -0.05
all         12,999.95  100.0 %

identity            result  finding
------------------  ------  -------
roll-ups = records  ok
journals balance    ok

Everything agrees.
`;

describe('the report of the demo', () => {
  it('is told in tables that align', () => {
    expect(renderReport(report)).toBe(EXPECTED);
    expect(allHolds(report)).toBe(true);
  });

  it('says loudly what does not hold', () => {
    const failed = { name: 'shares = net', holds: false, finding: 'short by 3 fen' };
    const other = { ...report, identities: [...report.identities, failed] };
    expect(allHolds(other)).toBe(false);
    expect(renderReport(other)).toContain(
      'shares = net        FAILED  short by 3 fen\n\nNOT EVERYTHING AGREES.\n',
    );
  });

  it('does not hold when the second reader found another count, or nothing was checked', () => {
    const tokens = [{ tokenClass: 'input', imported: 1n, audited: 2n }];
    expect(allHolds({ ...report, tokens })).toBe(false);
    expect(renderReport({ ...report, tokens })).toMatch(/input +1 +2 {2}DIFFERS/);
    expect(allHolds({ ...report, identities: [] })).toBe(false);
  });
});
