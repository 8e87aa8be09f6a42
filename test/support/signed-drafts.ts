import {
  ApproveDraft,
  SaveDraft,
  SubmitDraft,
  type ApprovedDraft,
  type SavingRefusal,
} from '@ciyuan/modules/catalogue';
import type { PriceNotice } from '@ciyuan/core/catalogue';
import type { DocumentKind } from '@ciyuan/core/charging';
import type { Result } from '@ciyuan/core/kernel';
import type { SeededMarket } from './seeded-market';
import { must } from './settlement-engine';

export interface Written {
  readonly kind: DocumentKind;
  readonly body: unknown;
  readonly effectiveFrom: string;
  readonly backDated?: boolean;
  readonly notice?: PriceNotice;
}

/** The body of a document's latest version, to write the next one from. */
export async function latestBody<Body>(
  market: SeededMarket,
  kind: DocumentKind,
  code: string,
): Promise<Body> {
  const [row] = await market.rows<{ body: Body }>(
    'SELECT body FROM ciyuan.catalogue_document WHERE kind = $1 AND code = $2 ORDER BY version DESC LIMIT 1',
    [kind, code],
  );
  if (row === undefined) throw new Error(`no ${kind} ${code}`);
  return row.body;
}

/** Kept as a draft of the maker's, or refused. */
export function writeDraft(
  market: SeededMarket,
  { backDated = false, effectiveFrom, ...rest }: Written,
): Promise<Result<{ readonly id: number }, SavingRefusal>> {
  const from = Date.parse(effectiveFrom);
  return market.engine.get(SaveDraft).run({ ...rest, backDated, effectiveFrom: from, by: 'maker' });
}

/** Written and submitted by the maker, signed by the checker. */
export async function publishSigned(market: SeededMarket, written: Written): Promise<ApprovedDraft> {
  const { id: draftId } = must(await writeDraft(market, written));
  must(await market.engine.get(SubmitDraft).run({ draftId, by: 'maker' }));
  return must(await market.engine.get(ApproveDraft).run({ draftId, by: 'checker' }));
}

/** What customers are told of it, by the ways that the policy of the seeds asks for. */
export const noticeOn = (announcedAt: string, text: string): PriceNotice => ({
  announcedAt,
  audience: { all: true },
  channels: ['sms', 'in_app'],
  text,
});

/** Why a draft of the maker's is laid before nobody: the faults that are found where it is submitted. */
export async function faultsOfSubmission(market: SeededMarket, written: Written): Promise<string[]> {
  const { id: draftId } = must(await writeDraft(market, written));
  const submitted = await market.engine.get(SubmitDraft).run({ draftId, by: 'maker' });
  if (submitted.ok || submitted.refusal.code !== 'invalid') throw new Error('it is not refused for a fault');
  return submitted.refusal.faults.map(({ path, code }) => `${path} ${code}`);
}
