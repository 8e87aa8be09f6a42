import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';

export interface FieldProps {
  readonly name: string | readonly string[];
  readonly label: string;
  readonly isRequired?: boolean;
  readonly help?: string;
}

/** A line of text of a form. */
export function TextField({ name, label, isRequired = false, help }: FieldProps): ReactNode {
  return (
    <Form.Item
      name={typeof name === 'string' ? name : [...name]}
      label={label}
      rules={[{ required: isRequired, whitespace: isRequired }]}
      {...(help === undefined ? {} : { extra: help })}
    >
      <Input autoComplete="off" />
    </Form.Item>
  );
}

interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly isMultiple?: boolean;
  readonly isLoading?: boolean;
}

/** One of a few, or some of them; searched by what it is called. */
export function ChoiceField(props: ChoiceFieldProps): ReactNode {
  const { name, label, isRequired = false, help, options, isMultiple = false, isLoading = false } = props;
  return (
    <Form.Item
      name={typeof name === 'string' ? name : [...name]}
      label={label}
      rules={[{ required: isRequired }]}
      {...(help === undefined ? {} : { extra: help })}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={!isRequired}
        loading={isLoading}
        options={[...options]}
        {...(isMultiple ? { mode: 'multiple' as const } : {})}
      />
    </Form.Item>
  );
}

/** The values of a form without what was left empty: the API takes a missing member, and no empty text. */
export function filledIn<Values extends object>(values: Values): Values {
  const filled = Object.entries(values)
    .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const)
    .filter(([, value]) => value !== undefined && value !== null && value !== '');
  return Object.fromEntries(filled) as Values;
}
