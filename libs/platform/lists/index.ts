export { askedInstant, instantFilter } from './asked-instant';
export { sortsOf, type ListOrder, type Sort, type SortColumn } from './list-order';
export { filterValues } from './filter-values';
export { ordered, type Ordered, type PlaceInList } from './ordered';
export { listedOf, type Listed, type SortedRow } from './listed';
export { cursorText, readCursor } from './cursor';
export { MAXIMUM_PAGE, placeIn, pageQuery, type PageLengths } from './page-query';
export { everyItem, pagesOf, type Walk } from './pages-of';
