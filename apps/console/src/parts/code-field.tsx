import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Form } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { answerOf, client } from '../api/client';
import type { FieldProps } from './field';

const SHORTEST = 2;

interface CodeFieldProps extends FieldProps {
  readonly name: string;
  /** Of what the code is. */
  readonly kind: 'account' | 'customer';
}

/** A code that one types, or finds by a part of it or of the name. */
export function CodeField({ name, label, kind, isRequired = false, help }: CodeFieldProps): ReactNode {
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: isRequired, whitespace: isRequired }]}
      {...(help === undefined ? {} : { extra: help })}
    >
      <FoundCodes kind={kind} />
    </Form.Item>
  );
}

/** What the form gives its field: where the label points, what it says, and who hears of another text. */
interface FoundCodesProps extends Pick<CodeFieldProps, 'kind'> {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (code: string) => void;
}

function FoundCodes({ kind, ...field }: FoundCodesProps): ReactNode {
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data } = useQuery({
    queryKey: ['search', asked],
    queryFn: () => answerOf(client.GET('/v1/search', { params: { query: { q: asked } } })),
    enabled: asked.length >= SHORTEST,
  });
  const options = (data?.found ?? [])
    .filter((one) => one.kind === kind)
    .map(({ code, name }) => ({ value: code, label: name === code ? code : `${name} · ${code}` }));
  return <AutoComplete {...field} allowClear options={options} showSearch={{ onSearch: setText }} />;
}
