import { Input, Switch } from 'antd';
import type { ReactNode } from 'react';
import { compact } from '../../parts/figures';
import { textOf } from '../catalogue/places-in';
import type { PlanField } from '../catalogue/plan-fields';
import { ChoiceInput } from './choice-input';
import { CodeInput } from './code-input';
import { ProtectionInput } from './protection-input';
import { WordsInput } from './words-input';

interface FieldInputProps {
  readonly id: string;
  readonly label: string;
  readonly field: PlanField;
  readonly value: unknown;
  /** Undefined: it is not said any more. */
  readonly onChange: (value: unknown) => void;
}

const TELLING = 10_000;

/** The input that fits a field. */
export function FieldInput({ id, label, field, value, onChange }: FieldInputProps): ReactNode {
  const { shape } = field;
  const text = textOf(value);
  switch (shape.kind) {
    case 'flag':
      return (
        <Switch
          id={id}
          aria-label={label}
          checked={value === true}
          onChange={(checked) => onChange(checked ? true : undefined)}
        />
      );
    case 'choice':
    case 'choices':
      return (
        <ChoiceInput
          id={id}
          label={label}
          options={shape.options}
          isMany={shape.kind === 'choices'}
          isNeeded={field.isNeeded === true}
          value={value}
          onChange={onChange}
        />
      );
    case 'code':
      return <CodeInput id={id} label={label} of={shape.of} value={text} onChange={onChange} />;
    case 'models':
    case 'codes':
    case 'words':
    case 'wholes':
      return <WordsInput id={id} label={label} shape={shape} value={value} onChange={onChange} />;
    case 'protection':
      return <ProtectionInput id={id} label={label} value={value} onChange={onChange} />;
    default:
      return (
        <Input
          id={id}
          aria-label={label}
          {...(shape.kind === 'text' ? {} : { inputMode: 'decimal' as const })}
          value={text}
          suffix={shape.kind === 'whole' && Number(text) >= TELLING ? compact(Number(text)) : undefined}
          onChange={({ target }) => onChange(readText(target.value, shape.kind === 'whole'))}
        />
      );
  }
}

/** A whole number where it is one; else the text as it was typed, for the check to refuse. */
function readText(text: string, isWhole: boolean): string | number | undefined {
  if (text === '') return undefined;
  const digits = text.replaceAll(',', '');
  return isWhole && /^\d{1,15}$/.test(digits) ? Number(digits) : text;
}
