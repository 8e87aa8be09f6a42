export { CatalogueCache } from './catalogue-cache';
export type { CatalogueDocument } from './catalogue-document';
export { CatalogueDocumentsStore } from './catalogue-documents.store';
export { CatalogueModule } from './catalogue.module';
export { DefineModel, type ModelRefusal } from './define-model';
export { ModelsStore } from './models.store';
export { PublishDocument, type Publication, type PublicationRefusal, type Published } from './publish-document';
export { modelSchema, type NamedModel } from './schemas/model-schema';
