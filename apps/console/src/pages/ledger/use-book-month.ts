import { useListState } from '../../parts/list-state';
import { dayFromToday, monthOf } from '../../parts/instant';

/** The month of the address, else the one that today is in. */
export const useBookMonth = (): string => useListState().filters['month'] ?? monthOf(dayFromToday(0));
