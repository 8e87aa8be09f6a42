import { Injectable } from '@nestjs/common';
import {
  checkBody,
  compileCatalogue,
  type CatalogueBodies,
  type CatalogueContent,
  type DocumentKind,
} from '@ciyuan/core/charging';
import { ok, type Instant, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import type { CatalogueDocument } from './catalogue-document';
import { CatalogueDocumentsStore } from './catalogue-documents.store';
import { CatalogueEpochStore } from './catalogue-epoch.store';
import { checkCurrencies } from './check-currencies';
import { checkMemberRules } from './check-member-rules';
import { checkReferences } from './check-references';
import { checkSubject, codeOf } from './check-subject';
import { digestOf } from './document-body';
import { PartyCodesStore } from './party-codes.store';
import { effectiveFromTaken, invalid, type PublicationRefusal } from './publication';
import { versionAt } from './version-at';

/** A body of the right shape that is to be in force from an instant. */
export interface Candidate<K extends DocumentKind = DocumentKind> {
  readonly kind: K;
  readonly body: CatalogueBodies[K];
  readonly effectiveFrom: Instant;
}

/** A candidate that passed every check, and the version that it would be. */
export interface NextVersion<K extends DocumentKind = DocumentKind> extends Candidate<K> {
  readonly code: string;
  readonly version: number;
  readonly digest: string;
}

/** `same`: the version in force at that instant says so already. */
export type Verdict<K extends DocumentKind = DocumentKind> =
  | { readonly next: NextVersion<K> }
  | { readonly same: CatalogueDocument<K> };

/** The one way into the catalogue, for what people approve and for what an installation brings. */
@Injectable()
export class VersionGate {
  constructor(
    private readonly clock: Clock,
    private readonly documents: CatalogueDocumentsStore,
    private readonly epochs: CatalogueEpochStore,
    private readonly parties: PartyCodesStore,
  ) {}

  /** Every check that a single document can fail, on the catalogue as the transaction sees it; writes nothing. */
  async check<K extends DocumentKind>(
    tx: Tx,
    candidate: Candidate<K>,
  ): Promise<Result<Verdict<K>, PublicationRefusal>> {
    const { kind, body, effectiveFrom } = candidate;
    const code = codeOf(body);
    const versions = await this.documents.versions(tx, kind, code);
    const digest = digestOf(body);
    const before = versionAt(versions, effectiveFrom);
    if (before?.digest === digest) return ok({ same: before });
    const around = { content: await this.documents.content(tx), parties: await this.parties.all(tx) };
    const faults = [
      ...checkBody(kind, body),
      ...checkReferences(kind, body, effectiveFrom, around),
      ...checkMemberRules(kind, body, effectiveFrom, around.content),
      ...checkSubject(kind, body, around.content),
      ...checkCurrencies(kind, body, around.content),
    ];
    if (faults.length > 0) return invalid(faults);
    if (before?.effectiveFrom === effectiveFrom) return effectiveFromTaken(before);
    assertCompiles(around.content, candidate);
    return ok({ next: { kind, body, effectiveFrom, code, version: versions.length + 1, digest } });
  }

  /** Writes what was checked. The caller has held the catalogue's lock since before the check. */
  async admit<K extends DocumentKind>(
    tx: Tx,
    next: NextVersion<K>,
    by: string,
  ): Promise<CatalogueDocument<K>> {
    const epoch = await this.epochs.moveOn(tx);
    return this.documents.insert(tx, { ...next, epoch, createdAt: this.clock.now(), createdBy: by });
  }
}

/** What passes the checks must compile; should it not, it must not stop everybody's charging either. */
function assertCompiles<K extends DocumentKind>(
  content: CatalogueContent,
  { kind, body, effectiveFrom }: Candidate<K>,
): void {
  const candidate = { id: Number.MAX_SAFE_INTEGER, code: codeOf(body), effectiveFrom, body };
  compileCatalogue({ ...content, [kind]: [...content[kind], candidate] });
}
