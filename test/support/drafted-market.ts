import {
  ApproveDraft,
  RejectDraft,
  SaveDraft,
  SubmitDraft,
  WithdrawDraft,
  type DocumentDraft,
} from '@ciyuan/modules/catalogue';
import { must } from './answers';
import { Engine } from './engine';
import { openMarket } from './market';

const NOW = '2026-10-01T00:00:00+08:00';
const HOUR_MS = 3_600_000;
const PAIR = { vendor: 'zhipu', computeOwner: 'tianyi' };

/** The small market with a draft in each of its states, in the order of their ids: approved first, open last. */
export async function openDraftedMarket(): Promise<Engine> {
  const engine = await Engine.start(NOW);
  await openMarket(engine);
  const at = engine.clock.now();
  const save = async (lateWindowDays: number): Promise<DocumentDraft> =>
    must(
      await engine.get(SaveDraft).run({
        kind: 'contract',
        body: { partner: 'gateway', serves: [PAIR], lateWindowDays },
        effectiveFrom: at + lateWindowDays * HOUR_MS,
        backDated: false,
        by: 'mei',
      }),
    );
  const submit = async (lateWindowDays: number): Promise<{ draftId: number; by: string }> => {
    const { id: draftId } = await save(lateWindowDays);
    must(await engine.get(SubmitDraft).run({ draftId, by: 'mei' }));
    return { draftId, by: 'chen' };
  };
  must(await engine.get(ApproveDraft).run(await submit(1)));
  must(await engine.get(RejectDraft).run({ ...(await submit(2)), reason: 'too short' }));
  must(await engine.get(WithdrawDraft).run({ ...(await submit(3)), by: 'mei' }));
  await submit(4);
  await save(5);
  return engine;
}
