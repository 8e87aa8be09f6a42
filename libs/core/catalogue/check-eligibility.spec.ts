import { checkEligibilityRule } from './check-eligibility';

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
