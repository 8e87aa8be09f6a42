import type { components } from './schema';

export type ViewName = keyof components['schemas'];

/** What the API answers, by its name: `View<'StatementView'>`. */
export type View<Name extends ViewName> = components['schemas'][Name];
