import { ListSuspense, RecycleSuspense, VoidUsage } from '@ciyuan/modules/charging';
import type { SplitRuleDocument } from '@ciyuan/core/charging';
import { formatFen, parseFen, type Result } from '@ciyuan/core/kernel';
import {
  ApproveCredit,
  ApproveVoid,
  ReadInvoice,
  RequestCredit,
  RequestVoid,
  ReversePayment,
} from '@ciyuan/modules/billing';
import { ChangePrices } from '@ciyuan/modules/catalogue';
import {
  ApproveReopening,
  ClawBackShare,
  DecideClawback,
  DecideDisputeLine,
  FreezeMonth,
  OpenDispute,
  ProposeDecision,
  RequestReopening,
  WaiveItem,
} from '@ciyuan/modules/settlement';
import { latestBody, publishSigned } from './signed-drafts';
import { must } from './settlement-engine';
import type { YearOfSettlement } from './year-of-settlement';

/** What happens to the year once or twice. */

export async function voidRecord({ engine }: YearOfSettlement, id: string): Promise<string | undefined> {
  const items = [{ source: 'api', id, reason: 'sent twice' }];
  const who = { partner: 'gw-east', by: 'gw-east', asStaff: false };
  return (await engine.get(VoidUsage).run({ ...who, items }))[0]?.status;
}

/** How many of what waited were charged. */
export async function recycle({ engine }: YearOfSettlement): Promise<number> {
  const { items } = await engine.get(ListSuspense).run({ sort: 'openedAt', limit: 100 });
  return (await engine.get(RecycleSuspense).run(items.map(({ key }) => key))).charged;
}

/** The retail price of a model by so many per cent from then on, signed by a second person. */
export async function raise(
  { market }: YearOfSettlement,
  model: string,
  percent: string,
  effectiveFrom: string,
): Promise<void> {
  const change = { code: 'retail', percent, from: Date.parse(effectiveFrom), models: [model] };
  const { body } = must(await market.engine.get(ChangePrices).run(change));
  await publishSigned(market, { kind: 'price_book', body, effectiveFrom });
}

/** The vendor's percentage in a rule from then on, signed by a second person. */
export async function raiseShare(
  { market }: YearOfSettlement,
  code: string,
  value: string,
  effectiveFrom: string,
): Promise<void> {
  const body = await latestBody<SplitRuleDocument>(market, 'split_rule', code);
  const steps = body.rule.steps.map((step) => (step.party === 'vendor' ? { ...step, value } : step));
  const changed = { ...body, rule: { ...body.rule, steps } };
  await publishSigned(market, { kind: 'split_rule', body: changed, effectiveFrom });
}

/** Frozen with a waiver for what waits, opened again by two people; what is done to it, in a word each. */
export async function freezeAndReopen({ engine }: YearOfSettlement, month: string): Promise<string[]> {
  const freeze = { month, by: 'finance' };
  return [
    told(await engine.get(FreezeMonth).run(freeze)),
    told(await engine.get(WaiveItem).run({ ...freeze, item: 'suspense_open', reason: 'one call of nobody' })),
    told(await engine.get(FreezeMonth).run(freeze)),
    told(await engine.get(RequestReopening).run({ month, reason: 'a file was late', by: 'chen' })),
    told(await engine.get(ApproveReopening).run({ month, by: 'chen' })),
    told(await engine.get(ApproveReopening).run({ month, by: 'mei' })),
  ];
}

export const freeze = async ({ engine }: YearOfSettlement, month: string): Promise<string> =>
  told(await engine.get(FreezeMonth).run({ month, by: 'finance' }));

/** A party claims another share of the month than it was issued. */
export async function dispute(
  story: YearOfSettlement,
  month: string,
  by: string,
  claimed: string,
): Promise<number> {
  const statement = (await story.books.statements(month)).find(({ party }) => party === by);
  if (statement === undefined) throw new Error(`no statement of ${by}`);
  const { runId, party, currency } = statement;
  const line = {
    statementLine: null,
    claimedFen: parseFen(claimed),
    reason: 'quantity' as const,
    detail: 'their own count',
    reconciliationDifferenceIds: [],
  };
  return must(await story.engine.get(OpenDispute).run({ runId, party, currency, by, lines: [line] })).id;
}

/** Proposed by one person, agreed to by another. */
export async function decide(
  { engine }: YearOfSettlement,
  disputeId: number,
  granted: string | null,
): Promise<string | undefined> {
  const line = { disputeId, line: 1, reason: 'looked at' };
  const grantedFen = granted === null ? null : parseFen(granted);
  must(await engine.get(ProposeDecision).run({ ...line, by: 'finance', grantedFen }));
  const decided = must(await engine.get(DecideDisputeLine).run({ ...line, by: 'checker', agreed: true }));
  return decided.lines[0]?.state;
}

export async function voidInvoice({ engine }: YearOfSettlement, number: string): Promise<void> {
  must(await engine.get(RequestVoid).run({ number, reason: 'wrong buyer', by: 'maker' }));
  must(await engine.get(ApproveVoid).run({ number, by: 'checker' }));
}

/** The bank sends a payment back. */
export async function bounce({ engine }: YearOfSettlement, account: string, number: number): Promise<string> {
  const wanted = { account, number, reason: 'insufficient funds', by: 'finance' };
  return told(await engine.get(ReversePayment).run(wanted));
}

/** Credited out of goodwill, of the first line of its kind. */
export async function credit(
  { engine }: YearOfSettlement,
  number: string,
  kind: string,
  amount: string,
): Promise<void> {
  const line = (await engine.get(ReadInvoice).run(number))?.lines.find((one) => one.kind === kind)?.line ?? 0;
  const asked = { number, reason: 'an outage', lines: [{ line, grossFen: parseFen(amount) }], by: 'maker' };
  const { id: creditNoteId } = must(await engine.get(RequestCredit).run(asked));
  must(await engine.get(ApproveCredit).run({ number, creditNoteId, by: 'checker' }));
}

/** What did not last of a plan's revenue of a month is taken back from whoever had it: what of each, in yuan. */
export async function clawBack(
  { engine }: YearOfSettlement,
  originMonth: string,
  plan: string,
  revenue: string,
): Promise<string> {
  const scope = { originMonth, currency: 'CNY', party: null, plan, model: null };
  const lost = { revenueFen: parseFen(revenue) };
  const wanted = { ...scope, lost, reason: 'credited for an outage', by: 'finance' };
  const { id, parts } = must(await engine.get(ClawBackShare).run(wanted));
  must(await engine.get(DecideClawback).run({ id, state: 'approved', by: 'checker' }));
  return parts.map(({ party, shareFen }) => `${party} ${formatFen(shareFen)}`).join(' ');
}

const told = (taken: Result<{ readonly kind: string }, { readonly code: string }>): string =>
  taken.ok ? taken.value.kind : taken.refusal.code;
