import { Injectable } from '@nestjs/common';
import {
  checkNotice,
  raisesPlanPrice,
  type Plan,
  type PriceBook,
  type PriceNotice,
} from '@ciyuan/core/catalogue';
import { ok, parseInstant, type Instant, type Result } from '@ciyuan/core/kernel';
import { raisesPrice } from '@ciyuan/core/rating';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import { OutboxStore } from '@ciyuan/platform/outbox';
import type { CatalogueDocument } from '../catalogue-document';
import { CatalogueDocumentsStore } from '../catalogue-documents.store';
import { invalid, type PublicationRefusal } from '../publication';
import { versionAt } from '../version-at';
import { supersededAt } from '../versions-within';
import type { NextVersion } from '../version-gate';
import { ANNOUNCED_KINDS, PriceNoticesStore, type AnnouncedKind } from './price-notices.store';
import { segmentsOf, type SoldPlan } from './segments-of';

export const isAnnounced = (kind: string): kind is AnnouncedKind =>
  (ANNOUNCED_KINDS as readonly string[]).includes(kind);

/** Whether a version is announced as the policy in force asks, and the notice that goes out once it is approved. */
@Injectable()
export class PriceAnnouncement {
  constructor(
    private readonly clock: Clock,
    private readonly documents: CatalogueDocumentsStore,
    private readonly notices: PriceNoticesStore,
    private readonly outbox: OutboxStore,
  ) {}

  async check(
    tx: Tx,
    next: NextVersion,
    notice: PriceNotice | null,
  ): Promise<Result<undefined, PublicationRefusal>> {
    const { kind, code, body, effectiveFrom } = next;
    if (!isAnnounced(kind)) return ok(undefined);
    const before = versionAt(await this.documents.versions(tx, kind, code), effectiveFrom)?.body;
    const plans =
      kind === 'plan'
        ? [{ plan: body as Plan, from: effectiveFrom, until: effectiveFrom }]
        : soldBy(code, await this.documents.versions(tx, 'plan'), effectiveFrom);
    const rules = await this.documents.versions(tx, 'eligibility_rule');
    const now = this.clock.now();
    const faults = checkNotice(notice, await this.policyAt(tx, now), {
      effectiveFrom,
      now,
      isChange: before !== undefined,
      isRise: before !== undefined && isRise(kind, before, body, effectiveFrom),
      reaches: segmentsOf(plans, rules),
    });
    return faults.length === 0 ? ok(undefined) : invalid(faults);
  }

  /** Puts what was announced on record, with the event for whoever sends it. */
  async make(tx: Tx, document: CatalogueDocument, notice: PriceNotice | null): Promise<void> {
    const { id: documentId, kind, code, version, effectiveFrom, createdAt } = document;
    if (notice === null || !isAnnounced(kind)) return;
    const announcedAt = parseInstant(notice.announcedAt) as Instant;
    const { id } = await this.notices.add(tx, {
      ...{ documentId, kind, code, version, effectiveFrom, createdAt },
      ...notice,
      announcedAt,
    });
    await this.outbox.add(tx, {
      batchId: id,
      topic: 'price.notice',
      payload: { notice: id, kind, code, version },
      createdAt: new Date(createdAt),
    });
  }

  private async policyAt(tx: Tx, at: Instant) {
    return versionAt(await this.documents.versions(tx, 'notice_policy'), at)?.body;
  }
}

const isRise = (kind: AnnouncedKind, before: object, after: object, from: Instant): boolean =>
  kind === 'plan'
    ? raisesPlanPrice(before as Plan, after as Plan)
    : raisesPrice(before as PriceBook, after as PriceBook, from);

/** Every version of a plan that charges by the book, while it is sold until then: who has an older one keeps it. */
function soldBy(book: string, plans: readonly CatalogueDocument<'plan'>[], then: Instant): SoldPlan[] {
  return plans
    .filter(({ body }) => body.priceBook === book)
    .map(({ code, effectiveFrom: from, body: plan }) => {
      const versions = plans.filter((other) => other.code === code);
      return { plan, from, until: Math.min(supersededAt(versions, from), then + 1) };
    });
}
