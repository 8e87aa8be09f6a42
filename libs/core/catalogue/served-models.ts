import type { DocumentFault } from './document-fault';

/** A name that gateways report, and the model of ours that it stands for. */
export interface ServedModelAlias {
  readonly name: string;
  readonly model: string;
}

/** What the names that gateways report stand for, from a version's beginning until the next. */
export interface ServedModels {
  readonly code: string;
  /** Whose names they are; without one they are everybody's, where a partner's own document does not know the name. */
  readonly partner?: string;
  readonly aliases: readonly ServedModelAlias[];
}

/** A name can stand for one model only. */
export function checkServedModels({ aliases }: ServedModels): DocumentFault<'name_twice'>[] {
  const places = new Map<string, number>();
  return aliases.flatMap(({ name }, index): DocumentFault<'name_twice'>[] => {
    const first = places.get(name);
    if (first === undefined) {
      places.set(name, index);
      return [];
    }
    return [
      { path: `aliases.${index}.name`, code: 'name_twice', detail: `aliases.${first} is ${name}, too` },
    ];
  });
}

/** Codes of models by the names that stand for them. */
export const compileServedModels = ({ aliases }: ServedModels): ReadonlyMap<string, string> =>
  new Map(aliases.map(({ name, model }) => [name, model]));
