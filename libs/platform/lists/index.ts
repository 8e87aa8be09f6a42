export { sortsOf, type ListOrder, type Sort, type SortColumn } from './list-order';
export { ordered, type Ordered, type PlaceInList } from './ordered';
export { listedOf, type Listed, type SortedRow } from './listed';
export { cursorText, readCursor } from './cursor';
export { placeIn, pageQuery } from './page-query';
