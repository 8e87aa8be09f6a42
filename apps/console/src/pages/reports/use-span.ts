import { useListState } from '../../parts/list-state';
import { dayFromToday, monthOf } from '../../parts/instant';

const DAYS_BEFORE = -62;

/** The months of the address, both inclusive; else this one and the two before it, or so. */
export function useSpan(): { readonly from: string; readonly until: string } {
  const { filters } = useListState();
  return {
    from: filters['from'] ?? monthOf(dayFromToday(DAYS_BEFORE)),
    until: filters['until'] ?? monthOf(dayFromToday(0)),
  };
}
