export { CatalogueCache } from './catalogue-cache';
export type { CatalogueDocument } from './catalogue-document';
export { CatalogueDocumentsStore } from './catalogue-documents.store';
export { CatalogueModule } from './catalogue.module';
export { DefineModel, type ModelRefusal } from './define-model';
export { ListModels } from './list-models';
export { PastCatalogues } from './past-catalogues';
export {
  PublishDocument,
  type Publication,
  type PublicationRefusal,
  type Published,
} from './publish-document';
export { ReadDocuments } from './read-documents';
export { BODY_SCHEMAS } from './schemas/body-schemas';
export { modelSchema, type NamedModel } from './schemas/model-schema';
