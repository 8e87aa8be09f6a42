import './words';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { AddressTabs } from '../../parts/address-tabs';
import { Facts } from '../../parts/facts';
import { Percent } from '../../parts/figures';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { MONEY_READERS, useMay } from '../../session/may';
import { NotFoundPage } from '../../shell/not-found-page';
import { PartyAgreements } from './party-agreements';
import { PartyKinds, type Party } from './party-kinds';
import { PartyPosition } from './party-position';
import { PartyTerms } from './party-terms';
import { partiesQuery } from './parties-page';

export function PartyPage(): ReactNode {
  const { t } = useTranslation('parties');
  const { code = '' } = useParams();
  const query = useQuery(partiesQuery);
  const party = query.data?.find((one) => one.code === code);
  const seesMoney = useMay(MONEY_READERS);
  if (query.data !== undefined && party === undefined) return <NotFoundPage />;
  return (
    <Page
      title={party?.name ?? code}
      aside={party === undefined ? null : <PartyKinds kinds={party.kinds} />}
      crumbs={[{ title: t('parties'), to: '/parties' }]}
      actions={
        <>
          {seesMoney ? (
            <Link to={`/statements?party=${encodeURIComponent(code)}`}>
              <Button tabIndex={-1}>{t('statements')}</Button>
            </Link>
          ) : null}
          {party?.kinds.includes('partner') === true ? (
            <Link to={`/records?partner=${encodeURIComponent(code)}`}>
              <Button tabIndex={-1}>{t('records')}</Button>
            </Link>
          ) : null}
        </>
      }
    >
      <Loaded query={query}>
        {() => (party === undefined ? null : <PartyDetails party={party} seesMoney={seesMoney} />)}
      </Loaded>
    </Page>
  );
}

interface PartyDetailsProps {
  readonly party: Party;
  readonly seesMoney: boolean;
}

function PartyDetails({ party, seesMoney }: PartyDetailsProps): ReactNode {
  const { t } = useTranslation('parties');
  const { code } = party;
  const tabs = [
    { key: 'terms', label: t('terms'), children: <PartyTerms code={code} /> },
    { key: 'position', label: t('position'), children: <PartyPosition code={code} /> },
    { key: 'agreement', label: t('agreement'), children: <PartyAgreements code={code} /> },
  ];
  return (
    <>
      <Facts
        facts={[
          { label: t('code'), value: <code>{code}</code> },
          { label: t('vatRate'), value: <Percent of={party.vatRate} /> },
          { label: t('withholdingRate'), value: <Percent of={party.withholdingRate} /> },
        ]}
      />
      {seesMoney ? <AddressTabs tabs={tabs} /> : null}
    </>
  );
}
