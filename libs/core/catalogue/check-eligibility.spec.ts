import { planOf } from '../../../test/support/core-catalogue';
import { checkEligibility, checkEligibilityRule } from './check-eligibility';

const RULE = { code: 'group', name: 'Group' };

describe('the check of a rule of eligibility', () => {
  it.each([
    ['regions', { regions: ['CN-SH'] }],
    ['verified customers', { verified: true }],
    ['kinds and segments', { customerKinds: ['person'] as const, segments: ['consumer'] }],
  ])('lets one of %s pass', (_what, terms) => {
    expect(checkEligibilityRule({ ...RULE, ...terms })).toEqual([]);
  });

  it.each([
    ['that says nothing', {}, ['']],
    ['for no region', { regions: [] }, ['regions']],
    ['for no kind in no segment', { customerKinds: [], segments: [] }, ['segments', 'customerKinds']],
  ])('refuses one %s', (_what, terms, paths) => {
    const faults = checkEligibilityRule({ ...RULE, ...terms });
    expect(faults.map(({ path, code }) => [path, code])).toEqual(paths.map((path) => [path, 'missing']));
  });
});

describe('the check of an addition to other plans', () => {
  const faultsOf = (role: 'pack' | 'package' | 'base' | 'commitment', ...holds: string[]) =>
    checkEligibility(planOf({ code: 'boost', role, eligibility: { holds } })).map(({ path, code }) => [
      path,
      code,
    ]);

  it.each(['pack', 'package'] as const)('finds no fault in a %s', (role) => {
    expect(faultsOf(role, 'main', 'other')).toEqual([]);
  });

  it.each([
    ['to nothing', 'package', [], 'missing'],
    ['to itself', 'package', ['main', 'boost'], 'said_twice'],
    ['of a base tariff', 'base', ['main'], 'not_for_this_role'],
    ['of a contract', 'commitment', ['main'], 'not_for_this_role'],
  ] as const)('refuses one %s', (_what, role, holds, code) => {
    expect(faultsOf(role, ...holds)).toEqual([['eligibility.holds', code]]);
  });
});
