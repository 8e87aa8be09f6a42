import './words';
import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../api/client';
import { byKind, placeOf } from './found-places';

const SHORTEST = 2;

/** Finds things by code or name, wherever one is. */
export function SearchBox(): ReactNode {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data } = useQuery({
    queryKey: ['search', asked],
    queryFn: () => answerOf(client.GET('/v1/search', { params: { query: { q: asked } } })),
    enabled: asked.length >= SHORTEST,
  });
  const options = [...byKind(data?.found ?? [])].map(([kind, found]) => ({
    label: t(`kinds.${kind}`),
    options: found.map((one) => ({
      value: placeOf(one),
      label: one.name === one.code ? one.code : `${one.name} · ${one.code}`,
    })),
  }));
  return (
    <AutoComplete
      options={options}
      value={text}
      style={{ width: '100%', maxWidth: 420 }}
      notFoundContent={data === undefined ? null : t('nothingFound')}
      onSelect={(path: string) => {
        setText('');
        void navigate(path);
      }}
      onChange={(typed: string) => setText(typed.startsWith('/') ? '' : typed)}
    >
      <Input.Search allowClear placeholder={t('search')} aria-label={t('search')} />
    </AutoComplete>
  );
}
