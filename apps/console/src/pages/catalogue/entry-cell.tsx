import { COUNTERS } from '@ciyuan/core/usage';
import { Input, Select, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import type { EntryColumn } from './entry-columns';

interface EntryCellProps {
  readonly column: EntryColumn;
  readonly label: string;
  readonly text: string;
  readonly faults: readonly string[];
  readonly onWrite: (text: string) => void;
}

/** A cell to write in: what is typed goes into the book when one leaves the cell or presses enter. */
export function EntryCell({ column, label, text, faults, onWrite }: EntryCellProps): ReactNode {
  const [typed, setTyped] = useState<string>();
  const status = faults.length === 0 ? '' : 'error';
  const write = (): void => {
    if (typed !== undefined && typed.trim() !== text) onWrite(typed.trim());
    setTyped(undefined);
  };
  const field =
    column.options === 'classes' ? (
      <Select
        size="small"
        showSearch
        aria-label={label}
        status={status}
        style={{ width: column.width }}
        value={text}
        options={COUNTERS.map((value) => ({ value, label: value }))}
        onChange={onWrite}
      />
    ) : (
      <Input
        size="small"
        aria-label={label}
        aria-invalid={faults.length > 0}
        status={status}
        type={column.isLocalTime === true ? 'datetime-local' : 'text'}
        style={{ width: column.width, textAlign: column.isFigure === true ? 'right' : 'left' }}
        value={typed ?? text}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={write}
        onPressEnter={write}
      />
    );
  return faults.length === 0 ? field : <Tooltip title={faults.join('; ')}>{field}</Tooltip>;
}
