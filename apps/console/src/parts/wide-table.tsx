import { Table, type TableProps } from 'antd';
import type { TableRef } from 'antd/es/table';
import { useEffect, useRef, type ReactNode } from 'react';

/** What no row has: antd would take a member `children` for rows below it, and a job has a count of that name. */
const NO_ROWS_BELOW = 'rowsBelow';

/** As all tables are: small, without pages of antd's own, and where one is wider than its place, moved by keyboard, too. */
export function WideTable<Row extends object>({ expandable, ...props }: TableProps<Row>): ReactNode {
  const table = useRef<TableRef>(null);
  useEffect(() => {
    const place = table.current?.nativeElement.querySelector<HTMLElement>('.ant-table-content');
    return place === null || place === undefined ? undefined : reachWhileWide(place);
  }, []);
  return (
    <Table<Row>
      {...props}
      ref={table}
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      expandable={{ childrenColumnName: NO_ROWS_BELOW, ...expandable }}
    />
  );
}

/** Makes the keyboard find it while something of it is out of sight. */
function reachWhileWide(place: HTMLElement): () => void {
  const observer = new ResizeObserver(() => {
    if (place.scrollWidth > place.clientWidth) place.tabIndex = 0;
    else place.removeAttribute('tabindex');
  });
  observer.observe(place);
  if (place.firstElementChild !== null) observer.observe(place.firstElementChild);
  return () => observer.disconnect();
}
