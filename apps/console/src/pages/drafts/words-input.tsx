import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { FieldShape } from '../catalogue/plan-fields';
import { useCodes, useModels } from './suggestions';

interface WordsInputProps {
  readonly id: string;
  readonly label: string;
  readonly shape:
    | Extract<FieldShape, { readonly kind: 'models' | 'codes' | 'words' | 'wholes' }>
    | FieldShape;
  readonly value: unknown;
  readonly onChange: (value: readonly (string | number)[] | undefined) => void;
}

/** A list of words or numbers: typed, and offered where it is known what they may be. */
export function WordsInput({ id, label, shape, value, onChange }: WordsInputProps): ReactNode {
  const codes = useCodes(shape.kind === 'codes' ? shape.of : undefined);
  const models = useModels(shape.kind === 'models');
  const words = Array.isArray(value) ? value.map(String) : [];
  const read = (word: string): string | number =>
    shape.kind === 'wholes' && /^\d+$/.test(word) ? Number(word) : word;
  return (
    <Select
      id={id}
      mode="tags"
      aria-label={label}
      style={{ width: '100%', minWidth: 140 }}
      tokenSeparators={[',', '，', ' ']}
      value={words}
      options={[...codes, ...models].map((one) => ({ value: one, label: one }))}
      onChange={(chosen: string[]) => onChange(chosen.length === 0 ? undefined : chosen.map(read))}
    />
  );
}
