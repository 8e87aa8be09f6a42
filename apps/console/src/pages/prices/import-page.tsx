import '../catalogue/words';
import './words';
import { UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Upload } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { useSession } from '../../session/session';
import { PriceDifferences } from './price-differences';

const TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** A file of prices, as it was exported or written elsewhere: what it would change first, and then a draft of it. */
export function ImportPage(): ReactNode {
  const { t } = useTranslation(['prices', 'catalogue']);
  const { role } = useSession();
  const navigate = useNavigate();
  const reading = useMutation({ mutationFn: read });
  const { data } = reading;
  const write = (): void =>
    void navigate(`/drafts/new?kind=${data?.kind}&code=${data?.body.code}`, {
      state: { body: data?.body, baseVersion: data?.comparedWith },
    });
  return (
    <Page
      title={t('importTitle')}
      crumbs={[{ title: t('catalogue:catalogue'), to: '/catalogue?kind=price_book' }]}
    >
      <p>{t('importHint')}</p>
      <Upload
        accept=".csv,.xlsx"
        maxCount={1}
        showUploadList={false}
        beforeUpload={(file) => {
          reading.mutate(file);
          return false;
        }}
      >
        <Button icon={<UploadOutlined />} loading={reading.isPending}>
          {t('chooseFile')}
        </Button>
      </Upload>
      {reading.isError ? <ProblemAlert error={reading.error} /> : null}
      {data === undefined ? null : (
        <>
          <h2>
            {t(data.comparedWith === null ? 'newBook' : 'wouldChange', {
              code: data.body.code,
              count: data.differences.length,
              version: data.comparedWith,
            })}
          </h2>
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

/** The file goes as it is; what it is follows from its name. */
function read(file: File) {
  const format = file.name.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv';
  return answerOf(
    client.POST('/v1/price-books/import', {
      params: { query: { format } },
      headers: { 'content-type': TYPES[format] },
      body: file as unknown as string,
      bodySerializer: (body) => body as unknown as File,
    }),
  );
}
