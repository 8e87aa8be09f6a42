export { CatalogueCache } from './catalogue-cache';
export type { CatalogueDocument } from './catalogue-document';
export { CatalogueDocumentsStore } from './catalogue-documents.store';
export { CatalogueModule } from './catalogue.module';
export { DefineModel, type ModelRefusal } from './define-model';
export type { AffectedPlan, Reach } from './drafts/affected.store';
export { ApproveDraft, type ApprovedDraft, type DraftToApprove } from './drafts/approve-draft';
export type { BodyDifference } from './drafts/body-differences';
export { DiffVersions, type UnknownVersion, type VersionsToDiff } from './drafts/diff-versions';
export { DRAFT_STATES, type DocumentDraft, type DraftState } from './drafts/document-draft';
export type {
  ApprovalRefusal,
  ContentRefusal,
  DraftRefusal,
  RejectionRefusal,
  SavingRefusal,
  WithdrawalRefusal,
} from './drafts/draft-refusals';
export { ListDrafts } from './drafts/list-drafts';
export { DRAFT_ORDER, type DraftPage } from './drafts/listed-drafts.store';
export type { Affected } from './drafts/read-affected';
export { ReadDraft, type DraftDetails } from './drafts/read-draft';
export { RejectDraft, type DraftToReject } from './drafts/reject-draft';
export { SaveDraft, type DraftToSave } from './drafts/save-draft';
export { SubmitDraft, type DraftToSubmit } from './drafts/submit-draft';
export { WithdrawDraft, type DraftToWithdraw } from './drafts/withdraw-draft';
export { ListDocuments } from './list-documents';
export { ListModels } from './list-models';
export { ListVersions } from './list-versions';
export {
  DOCUMENT_ORDER,
  type DocumentPage,
  type ListedVersion,
  type SignedDocument,
} from './listed-documents.store';
export { MODEL_ORDER, type ModelPage } from './models.store';
export {
  CONCERNED_ORDER,
  type ConcernedPage,
  type ConcernedSubscription,
} from './notices/concerned-subscriptions.store';
export { ListConcerned } from './notices/list-concerned';
export { ListPriceNotices } from './notices/list-price-notices';
export {
  ANNOUNCED_KINDS,
  NOTICE_ORDER,
  type AnnouncedKind,
  type AnnouncedVersion,
  type NoticePage,
} from './notices/price-notices.store';
export { PastCatalogues } from './past-catalogues';
export type { Publication, PublicationRefusal, Published } from './publication';
export {
  ChangePrices,
  type PreparedVersion,
  type PriceBookChange,
  type PriceChangeRefusal,
} from './price-books/change-prices';
export { BOOK_KINDS, type BookBody, type BookKind } from './price-books/book-kind';
export { ExportPriceBook, type ExportedPriceBook } from './price-books/export-price-book';
export { ImportPriceBook, type ImportedPriceBook } from './price-books/import-price-book';
export { PRICE_FORMATS, type PriceFormat } from './price-books/price-file';
export { PublishDocument } from './publish-document';
export { ReadDocuments } from './read-documents';
export { BODY_SCHEMAS } from './schemas/body-schemas';
export { priceNoticeSchema } from './schemas/price-notice-schema';
export { modelSchema, type NamedModel } from './schemas/model-schema';
export { versionAt } from './version-at';
