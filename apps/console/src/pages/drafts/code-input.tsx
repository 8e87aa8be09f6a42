import type { DocumentKind } from '@ciyuan/core/charging';
import { AutoComplete } from 'antd';
import type { ReactNode } from 'react';
import { useCodes } from './suggestions';

interface CodeInputProps {
  readonly id: string;
  readonly label: string;
  readonly of: DocumentKind;
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
}

/** The code of another document: those in force are offered, and one that is still to come can be typed. */
export function CodeInput({ id, label, of, value, onChange }: CodeInputProps): ReactNode {
  const codes = useCodes(of);
  return (
    <AutoComplete
      id={id}
      aria-label={label}
      allowClear
      style={{ width: '100%' }}
      value={value}
      options={codes.map((code) => ({ value: code }))}
      showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
      onChange={(text: string | undefined) => onChange(text === '' ? undefined : text)}
    />
  );
}
