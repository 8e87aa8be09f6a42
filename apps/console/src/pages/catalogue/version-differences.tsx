import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Loaded } from '../../parts/loaded';
import { Differences } from './differences';
import { kindOf } from './kinds';

interface VersionDifferencesProps {
  readonly versions: readonly View<'DocumentView'>[];
  /** The version that the page shows: the later one, unless another is chosen. */
  readonly shown: number;
}

/** What one version says otherwise than another; both are in the address. */
export function VersionDifferences({ versions, shown }: VersionDifferencesProps): ReactNode {
  const { t } = useTranslation('catalogue');
  const [search, setSearch] = useSearchParams();
  const to = Number(search.get('to') ?? shown);
  const from = Number(search.get('from') ?? Math.max(1, to - 1));
  const [{ kind, code }] = versions as [View<'DocumentView'>];
  const query = useQuery({
    queryKey: ['document', kind, code, 'diff', from, to],
    queryFn: () =>
      answerOf(
        client.GET('/v1/catalogue/{kind}/{code}/versions/diff', {
          params: { path: { kind: kindOf(kind) ?? 'plan', code }, query: { from, to } },
        }),
      ),
  });
  const choose = (name: string, version: number): void => {
    const changed = new URLSearchParams(search);
    changed.set(name, String(version));
    setSearch(changed, { replace: true });
  };
  const options = versions.map(({ version }) => ({ value: version, label: String(version) }));
  return (
    <>
      <div className="filters">
        {[['from', from] as const, ['to', to] as const].map(([name, value]) => (
          <label key={name}>
            <span>{t(name)}</span>
            <Select
              aria-label={t(name)}
              style={{ width: 120 }}
              value={value}
              options={options}
              onChange={(version: number) => choose(name, version)}
            />
          </label>
        ))}
      </div>
      <Loaded query={query}>{({ changes }) => <Differences changes={changes} />}</Loaded>
    </>
  );
}
