import { useLocation, useNavigate, useSearchParams } from 'react-router';

interface Depth {
  readonly depth?: number;
}

export interface ListState {
  /** Of the address; none for what is not said. */
  readonly filters: Readonly<Record<string, string | undefined>>;
  readonly sort: string | undefined;
  readonly after: string | undefined;
  readonly limit: number;
  /** Whether this list was left for the page that is shown, so that the browser's way back leads to the one before. */
  readonly canGoBack: boolean;
  readonly setFilter: (name: string, value: string | undefined) => void;
  readonly setSort: (sort: string | undefined) => void;
  readonly setLimit: (limit: number) => void;
  readonly first: () => void;
  readonly previous: () => void;
  readonly next: (after: string) => void;
}

const USUAL_LIMIT = 50;
const OWN = ['sort', 'after', 'limit', 'lang', 'tab'];

/**
 * Filters, sort and place of a list, all of them in the address: a link shows somebody else the same page. What is
 * filtered or sorted anew begins at its first page.
 */
export function useListState(): ListState {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const depth = (useLocation().state as Depth | null)?.depth ?? 0;
  const change = (name: string, value: string | undefined, state: Depth = {}): void => {
    const changed = new URLSearchParams(search);
    if (name !== 'after') changed.delete('after');
    if (value === undefined || value === '') changed.delete(name);
    else changed.set(name, value);
    setSearch(changed, { state, replace: name !== 'after' });
  };
  return {
    filters: Object.fromEntries([...search].filter(([name]) => !OWN.includes(name))),
    sort: search.get('sort') ?? undefined,
    after: search.get('after') ?? undefined,
    limit: Number(search.get('limit') ?? USUAL_LIMIT) || USUAL_LIMIT,
    canGoBack: depth > 0,
    setFilter: change,
    setSort: (sort) => change('sort', sort),
    setLimit: (limit) => change('limit', limit === USUAL_LIMIT ? undefined : String(limit)),
    first: () => change('after', undefined),
    previous: () => void navigate(-1),
    next: (after) => change('after', after, { depth: depth + 1 }),
  };
}
