import fc from 'fast-check';
import { must } from '../../../../test/support/answers';
import {
  CONTRACT,
  NOW,
  TABLE,
  startCatalogue,
  type RunningCatalogue,
} from '../../../../test/support/catalogue-bodies';
import { runChecks } from '@ciyuan/platform/database';
import { CatalogueCache } from '../catalogue-cache';
import { ReadDocuments } from '../read-documents';
import { ApproveDraft } from './approve-draft';
import { LEAD_MS } from './draft-checks';
import { ListDrafts } from './list-drafts';
import { RejectDraft } from './reject-draft';
import { SaveDraft } from './save-draft';
import { SubmitDraft } from './submit-draft';
import { WithdrawDraft } from './withdraw-draft';

const SOON = NOW + LEAD_MS;
const CHECKERS = ['chen', 'gao', 'lin', 'sun'];
const ROUNDS = 8;

describe('decisions about drafts', () => {
  let catalogue: RunningCatalogue;
  beforeAll(async () => {
    catalogue = await startCatalogue();
    await catalogue.stock();
  });
  afterEach(async () => {
    const results = await catalogue.inTransaction(runChecks);
    expect(results.flatMap(({ violations }) => violations)).toEqual([]);
  });
  afterAll(() => catalogue.stop());

  const approve = (draftId: number, by = 'chen') => catalogue.app.get(ApproveDraft).run({ draftId, by });
  const reject = (draftId: number, by = 'chen') =>
    catalogue.app.get(RejectDraft).run({ draftId, by, reason: 'no' });
  const withdraw = (draftId: number) => catalogue.app.get(WithdrawDraft).run({ draftId, by: 'mei' });
  const save = (kind: 'contract' | 'coefficient_table', body: object, effectiveFrom: number) =>
    catalogue.app.get(SaveDraft).run({ kind, body, effectiveFrom, backDated: false, by: 'mei' });
  const submitted = async (body: object, effectiveFrom: number): Promise<number> => {
    const { id } = must(await save('contract', body, effectiveFrom));
    must(await catalogue.app.get(SubmitDraft).run({ draftId: id, by: 'mei' }));
    return id;
  };
  const versions = async (): Promise<number> =>
    (await catalogue.app.get(ReadDocuments).run('contract', 'gw-east')).length;
  const stateOf = async (id: number): Promise<string | undefined> =>
    (await catalogue.app.get(ListDrafts).run({ sort: 'createdAt', limit: 100 })).items.find(
      (draft) => draft.id === id,
    )?.state;
  /** Another body in each round, so that each would be a version of its own. */
  const bodyOf = (round: number): object => ({ ...CONTRACT, lateWindowDays: 100 + round });

  it('of the same draft at once: one approval, one version', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const before = await versions();
      const id = await submitted(bodyOf(round), SOON + round);
      const answers = await Promise.all(CHECKERS.map((by) => approve(id, by)));
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      for (const answer of answers)
        if (!answer.ok) expect(answer.refusal).toEqual({ code: 'wrong_state', state: 'approved' });
      expect(await versions()).toBe(before + 1);
    }
  });

  it('against each other at once: one of them holds, and the catalogue is as it says', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const before = await versions();
      const id = await submitted(bodyOf(50 + round), SOON + 100 + round);
      const answers = await Promise.all([approve(id, 'chen'), reject(id, 'gao'), withdraw(id)]);
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      const states = ['approved', 'rejected', 'withdrawn'];
      const held = states[answers.findIndex((answer) => answer.ok)];
      expect(await stateOf(id)).toBe(held);
      expect(await versions()).toBe(before + (held === 'approved' ? 1 : 0));
    }
  });

  it('of two drafts of one version at once: the second is stale', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const before = await versions();
      const ids = [
        await submitted(bodyOf(200 + round), SOON + 200 + 2 * round),
        await submitted(bodyOf(300 + round), SOON + 201 + 2 * round),
      ];
      const answers = await Promise.all(ids.map((id) => approve(id)));
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      for (const answer of answers) if (!answer.ok) expect(answer.refusal).toMatchObject({ code: 'stale' });
      expect(await versions()).toBe(before + 1);
    }
  });

  it('approve whatever was saved and not touched, and what is in force is what was submitted', async () => {
    const coefficient = fc.integer({ min: 0, max: 3_000 }).map((thousandths) => String(thousandths / 1_000));
    const tables = fc.record({
      code: fc.constantFrom('standard', 'other', 'third'),
      coefficient,
      aheadMs: fc.integer({ min: 0, max: 1_000_000 }),
    });
    let approved = 0;
    await fc.assert(
      fc.asyncProperty(tables, async ({ code, coefficient: value, aheadMs }) => {
        const body = { code, rows: [{ ...TABLE.rows[0], coefficient: value }] };
        const effectiveFrom = catalogue.clock.now() + LEAD_MS + aheadMs;
        const draft = await save('coefficient_table', body, effectiveFrom);
        if (!draft.ok) {
          expect(['changes_nothing', 'effective_from_taken']).toContain(draft.refusal.code);
          return;
        }
        must(await catalogue.app.get(SubmitDraft).run({ draftId: draft.value.id, by: 'mei' }));
        const { document } = must(await approve(draft.value.id));
        approved += 1;
        expect([document.body, document.effectiveFrom]).toEqual([body, effectiveFrom]);
        const current = await catalogue.inTransaction((tx) => catalogue.app.get(CatalogueCache).current(tx));
        expect(current.coefficientsAt(code, effectiveFrom).versionId).toBe(document.id);
        catalogue.clock.moveBy(1_000);
      }),
      { numRuns: 25 },
    );
    expect(approved).toBeGreaterThan(5);
  });
});
