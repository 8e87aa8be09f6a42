import '../catalogue/words';
import './words';
import { COUNTERS } from '@ciyuan/core/usage';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { dayFromToday } from '../../parts/instant';
import { atLocalTime } from '../../parts/local-time';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { useTermText } from '../../parts/term';
import { useSession } from '../../session/session';
import { useModels } from '../drafts/suggestions';
import { PriceDifferences } from './price-differences';

interface Wanted {
  readonly percent: string;
  readonly from: string;
  readonly models?: string[];
  readonly classes?: (typeof COUNTERS)[number][];
}

/** All prices of a book, or some, dearer or cheaper by per cent: seen first, and then kept as a draft. */
export function PercentChangePage(): ReactNode {
  const { t } = useTranslation(['prices', 'catalogue']);
  const { kind = 'price_book', code = '' } = useParams();
  const { role } = useSession();
  const navigate = useNavigate();
  const bookKind = kind === 'cost_book' ? 'cost_book' : 'price_book';
  const looking = useMutation({ mutationFn: (wanted: Wanted) => previewOf(bookKind, code, wanted) });
  const { data } = looking;
  const write = (): void =>
    void navigate(`/drafts/new?kind=${bookKind}&code=${code}`, {
      state: { body: data?.body, baseVersion: data?.basedOn, effectiveFrom: data?.effectiveFrom },
    });
  return (
    <Page
      title={`${t('percentChange')} · ${code}`}
      crumbs={[
        { title: t('catalogue:catalogue'), to: '/catalogue' },
        { title: code, to: `/catalogue/${bookKind}/${code}` },
      ]}
    >
      <WantedForm onWanted={(wanted) => looking.mutate(wanted)} isLooking={looking.isPending} />
      {looking.isError ? <ProblemAlert error={looking.error} /> : null}
      {data === undefined ? null : (
        <>
          <h2>{t('wouldChange', { count: data.differences.length, version: data.basedOn })}</h2>
          {data.dropped === 0 ? null : <p>{t('dropped', { count: data.dropped })}</p>}
          <PriceDifferences differences={data.differences} />
          {role === 'maker' || role === 'admin' ? (
            <Button type="primary" style={{ marginTop: 16 }} onClick={write}>
              {t('writeDraft')}
            </Button>
          ) : null}
        </>
      )}
    </Page>
  );
}

interface WantedFormProps {
  readonly onWanted: (wanted: Wanted) => void;
  readonly isLooking: boolean;
}

function WantedForm({ onWanted, isLooking }: WantedFormProps): ReactNode {
  const { t } = useTranslation('prices');
  const termText = useTermText();
  const models = useModels(true);
  const initial: Wanted = { percent: '5', from: `${dayFromToday(1)}T00:00` };
  return (
    <Form<Wanted>
      layout="inline"
      initialValues={initial}
      onFinish={onWanted}
      style={{ rowGap: 8, marginBottom: 16 }}
    >
      <Form.Item
        name="percent"
        label={t('percent')}
        rules={[{ required: true, pattern: /^-?\d{1,4}(\.\d{1,4})?$/, message: t('percentShape') }]}
      >
        <Input suffix="%" style={{ width: 110 }} />
      </Form.Item>
      <Form.Item name="from" label={t('effectiveFrom')} rules={[{ required: true }]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="models" label={t('models')}>
        <Select
          mode="tags"
          style={{ minWidth: 200 }}
          placeholder={t('allModels')}
          options={models.map((value) => ({ value, label: value }))}
        />
      </Form.Item>
      <Form.Item name="classes" label={t('class')}>
        <Select
          mode="multiple"
          style={{ minWidth: 180 }}
          placeholder={t('allClasses')}
          options={COUNTERS.map((value) => ({ value, label: termText('class', value) }))}
        />
      </Form.Item>
      <Form.Item>
        <Button htmlType="submit" type="primary" loading={isLooking}>
          {t('showEffect')}
        </Button>
      </Form.Item>
    </Form>
  );
}

const previewOf = (
  kind: 'price_book' | 'cost_book',
  code: string,
  { percent, from, models = [], classes = [] }: Wanted,
) =>
  answerOf(
    client.POST('/v1/price-books/{code}/percent-change', {
      params: { path: { code } },
      body: {
        kind,
        percent,
        effectiveFrom: atLocalTime(from) ?? '',
        ...(models.length === 0 ? {} : { models }),
        ...(classes.length === 0 ? {} : { classes }),
      },
    }),
  );
