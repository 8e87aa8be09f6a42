import { Module } from '@nestjs/common';
import { entities } from '@ciyuan/platform/database';
import { OutboxModule } from '@ciyuan/platform/outbox';
import { CatalogueCache } from './catalogue-cache';
import { CatalogueDocumentEntity } from './catalogue-document.entity';
import { CatalogueDocumentsStore } from './catalogue-documents.store';
import { CatalogueEpochStore } from './catalogue-epoch.store';
import { DefineModel } from './define-model';
import { AffectedStore } from './drafts/affected.store';
import { ApproveDraft } from './drafts/approve-draft';
import { DiffVersions } from './drafts/diff-versions';
import { DraftChecks } from './drafts/draft-checks';
import { DraftsStore } from './drafts/drafts.store';
import { ListDrafts } from './drafts/list-drafts';
import { ListedDraftsStore } from './drafts/listed-drafts.store';
import { ReadAffected } from './drafts/read-affected';
import { ReadDraft } from './drafts/read-draft';
import { RejectDraft } from './drafts/reject-draft';
import { SaveDraft } from './drafts/save-draft';
import { SubmitDraft } from './drafts/submit-draft';
import { WithdrawDraft } from './drafts/withdraw-draft';
import { ListDocuments } from './list-documents';
import { ListModels } from './list-models';
import { ListVersions } from './list-versions';
import { ListedDocumentsStore } from './listed-documents.store';
import { ModelEntity } from './model.entity';
import { ModelsStore } from './models.store';
import { PartyCodesStore } from './party-codes.store';
import { ConcernedSubscriptionsStore } from './notices/concerned-subscriptions.store';
import { ListConcerned } from './notices/list-concerned';
import { ListPriceNotices } from './notices/list-price-notices';
import { PriceAnnouncement } from './notices/price-announcement';
import { PriceNoticesStore } from './notices/price-notices.store';
import { PastCatalogues } from './past-catalogues';
import { ChangePrices } from './price-books/change-prices';
import { ExportPriceBook } from './price-books/export-price-book';
import { ImportPriceBook } from './price-books/import-price-book';
import { PublishDocument } from './publish-document';
import { ReadDocuments } from './read-documents';
import { VersionGate } from './version-gate';

const DRAFTS = [
  ApproveDraft,
  DiffVersions,
  ListDrafts,
  ReadDraft,
  RejectDraft,
  SaveDraft,
  SubmitDraft,
  WithdrawDraft,
];

const NOTICES = [ListConcerned, ListPriceNotices];

const PRICE_BOOKS = [ChangePrices, ExportPriceBook, ImportPriceBook];

/** What is sold, at what price, shared by what rule: models, versioned documents, and drafts of what they will say. */
@Module({
  imports: [entities(CatalogueDocumentEntity, ModelEntity), OutboxModule],
  providers: [
    ...DRAFTS,
    ...PRICE_BOOKS,
    ...NOTICES,
    AffectedStore,
    CatalogueCache,
    CatalogueDocumentsStore,
    CatalogueEpochStore,
    ConcernedSubscriptionsStore,
    DefineModel,
    DraftChecks,
    DraftsStore,
    ListDocuments,
    ListModels,
    ListVersions,
    ListedDocumentsStore,
    ListedDraftsStore,
    ModelsStore,
    PartyCodesStore,
    PastCatalogues,
    PriceAnnouncement,
    PriceNoticesStore,
    PublishDocument,
    ReadAffected,
    ReadDocuments,
    VersionGate,
  ],
  exports: [
    ...DRAFTS,
    ...PRICE_BOOKS,
    ...NOTICES,
    CatalogueCache,
    CatalogueDocumentsStore,
    DefineModel,
    ListDocuments,
    ListModels,
    ListVersions,
    PastCatalogues,
    PublishDocument,
    ReadDocuments,
  ],
})
export class CatalogueModule {}
