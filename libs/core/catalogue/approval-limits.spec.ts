import { checkApprovalLimits, type ApprovalRow } from './approval-limits';

const END: ApprovalRow = { upToYuan: null, approvals: 2 };
const faults = (...goodwill: ApprovalRow[]): string[] =>
  checkApprovalLimits({
    code: 'adjustments',
    limits: { goodwill, manual_credit: [END], manual_debit: [END], refund: [END], write_off: [END] },
  }).map(({ path, code }) => `${path} ${code}`);

describe('approval limits', () => {
  it.each<[string, ApprovalRow[], string[]]>([
    ['rows that go up to one without a bound', [{ upToYuan: '50.00', approvals: 0 }, END], []],
    ['one row for all amounts', [END], []],
    ['no row', [], ['limits.goodwill no_rows']],
    [
      'a last row with a bound',
      [{ upToYuan: '50', approvals: 0 }],
      ['limits.goodwill.0.upToYuan last_is_bounded'],
    ],
    ['a row behind the end', [END, END], ['limits.goodwill.0.upToYuan unbounded_before_the_last']],
    [
      'the same bound twice',
      [{ upToYuan: '50', approvals: 0 }, { upToYuan: '50.00', approvals: 1 }, END],
      ['limits.goodwill.1.upToYuan not_ascending'],
    ],
    [
      'a bound of nothing',
      [{ upToYuan: '0.00', approvals: 0 }, END],
      ['limits.goodwill.0.upToYuan not_an_amount'],
    ],
    [
      'a bound below the fen',
      [{ upToYuan: '0.001', approvals: 0 }, END],
      ['limits.goodwill.0.upToYuan not_an_amount'],
    ],
    [
      'fewer people for more',
      [
        { upToYuan: '50', approvals: 2 },
        { upToYuan: null, approvals: 1 },
      ],
      ['limits.goodwill.1.approvals fewer_approvals'],
    ],
    [
      'roles where nobody signs',
      [{ upToYuan: '50', approvals: 0, roles: ['admin'] }, END],
      ['limits.goodwill.0.roles roles_without_approvals'],
    ],
  ])('%s', (_what, rows, expected) => expect(faults(...rows)).toEqual(expected));
});
