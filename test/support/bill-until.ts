import { CalculateBillRun, FinaliseBillRun, RequestBillRun } from '@ciyuan/modules/billing';
import type { HttpMarket } from './http-market';
import { must } from './settlement-engine';

/** Bills all that ended before an instant, final at once. */
export async function billUntil({ app }: HttpMarket, cutOff: string): Promise<void> {
  const asked = { cutOff: Date.parse(cutOff), graceHours: 0, by: 'maker' };
  const { id } = must(await app.get(RequestBillRun, { strict: false }).run(asked));
  must(await app.get(CalculateBillRun, { strict: false }).run(id));
  must(await app.get(FinaliseBillRun, { strict: false }).run({ runId: id, by: 'checker' }));
}
