import {
  JANUARY,
  MARCH,
  MAY,
  PLAN,
  startCatalogue,
  type RunningCatalogue,
} from '../../../test/support/catalogue-bodies';
import { must } from '../../../test/support/answers';
import type { DocumentKind } from '@ciyuan/core/charging';

const TEAM = {
  ...PLAN,
  code: 'team',
  eligibilityRule: 'companies',
  members: { poolOf: 'allowance', perMember: { tokens: 1_000, per: 'month' } },
};
const rule = (customerKinds?: string[]) => ({
  ...{ code: 'companies', name: 'Companies', verified: true },
  ...(customerKinds !== undefined && { customerKinds }),
});
const ORGANISATIONS = rule(['organisation']);
const ANYBODY = rule();

describe('a plan with members that names a rule', () => {
  let catalogue: RunningCatalogue;
  beforeEach(async () => {
    catalogue = await startCatalogue();
    await catalogue.stock();
  });
  afterEach(() => catalogue.stop());

  const faults = async (kind: DocumentKind, body: unknown, effectiveFrom: number): Promise<string[]> => {
    const answer = await catalogue.publish(kind, body, effectiveFrom);
    return answer.ok ? [] : answer.refusal.faults.map((fault) => `${fault.path} ${fault.code}`);
  };

  it.each([
    ['anybody', ANYBODY],
    ['people, too', rule(['organisation', 'person'])],
    ['people alone', rule(['person'])],
  ])('is refused where the rule is for %s', async (_what, terms) => {
    must(await catalogue.publish('eligibility_rule', terms));
    expect(await faults('plan', TEAM, JANUARY)).toEqual(['eligibilityRule out_of_range']);
    const { members: _members, ...alone } = TEAM;
    expect(await faults('plan', alone, JANUARY)).toEqual([]);
  });

  it('is refused where a later version of the rule lets in others while it is sold', async () => {
    must(await catalogue.publish('eligibility_rule', ORGANISATIONS));
    must(await catalogue.publish('eligibility_rule', ANYBODY, MAY));
    expect(await faults('plan', TEAM, JANUARY)).toEqual(['eligibilityRule out_of_range']);
    const { members: _members, ...alone } = TEAM;
    must(await catalogue.publish('plan', alone, MAY));
    expect(await faults('plan', TEAM, JANUARY)).toEqual([]);
  });

  it('keeps its rule to organisations while it is sold', async () => {
    must(await catalogue.publish('eligibility_rule', ORGANISATIONS));
    expect(await faults('plan', TEAM, MARCH)).toEqual([]);
    expect(await faults('eligibility_rule', ANYBODY, MAY)).toEqual(['customerKinds out_of_range']);
    const { members: _members, ...alone } = TEAM;
    must(await catalogue.publish('plan', alone, MAY));
    expect(await faults('eligibility_rule', ANYBODY, MAY - 1)).toEqual(['customerKinds out_of_range']);
    expect(await faults('eligibility_rule', ANYBODY, MAY)).toEqual([]);
    expect(await faults('eligibility_rule', ORGANISATIONS, MAY + 1)).toEqual([]);
  });

  it('lets a rule be for others before it is sold, and every other rule be for anybody', async () => {
    must(await catalogue.publish('eligibility_rule', ORGANISATIONS, MARCH));
    must(await catalogue.publish('plan', TEAM, MARCH));
    expect(await faults('eligibility_rule', ANYBODY, JANUARY)).toEqual([]);
    expect(await faults('eligibility_rule', { ...ANYBODY, code: 'others' }, MAY)).toEqual([]);
  });
});
