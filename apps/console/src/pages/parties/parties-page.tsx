import './words';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { useListState } from '../../parts/list-state';
import { Percent } from '../../parts/figures';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { PlainTable } from '../../parts/plain-table';
import { REGISTRARS, useMay } from '../../session/may';
import { PARTY_KINDS, PartyKinds, type Party } from './party-kinds';
import { RegisterParty } from './register-party';

/** All of them: the API gives the parties whole. */
export const partiesQuery = {
  queryKey: ['parties'],
  queryFn: async (): Promise<readonly Party[]> => (await answerOf(client.GET('/v1/parties'))).parties,
};

export function PartiesPage(): ReactNode {
  const { t } = useTranslation('parties');
  const query = useQuery(partiesQuery);
  const { filters } = useListState();
  const mayRegister = useMay(REGISTRARS);
  const isWanted = ({ code, name, kinds }: Party): boolean =>
    (filters['kind'] === undefined || kinds.some((kind) => kind === filters['kind'])) &&
    `${code} ${name}`.toLowerCase().includes((filters['name'] ?? '').toLowerCase());
  return (
    <Page title={t('parties')} actions={mayRegister ? <RegisterParty /> : null}>
      <Filters>
        <TextFilter name="name" label={`${t('name')} / ${t('code')}`} width={220} />
        <ChoiceFilter
          name="kind"
          label={t('kindsTitle')}
          options={PARTY_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
      </Filters>
      <Loaded query={query}>
        {(parties) => (
          <PlainTable<Party>
            label={t('parties')}
            rows={parties.filter(isWanted)}
            rowKey={({ code }) => code}
            columns={[
              { title: t('name'), render: ({ code, name }) => <Link to={`/parties/${code}`}>{name}</Link> },
              { title: t('code'), render: ({ code }) => <code>{code}</code> },
              { title: t('kindsTitle'), render: ({ kinds }) => <PartyKinds kinds={kinds} /> },
              { title: t('vatRate'), render: ({ vatRate }) => <Percent of={vatRate} />, isFigure: true },
              {
                title: t('withholdingRate'),
                render: ({ withholdingRate }) => <Percent of={withholdingRate} />,
                isFigure: true,
              },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}
