import './words';
import type { View } from '@ciyuan/client';
import { Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../parts/plain-table';

type Change = View<'BodyDifference'>;

/** Whole rows of a book are told in a line, which has to break somewhere. */
const LONG = {
  display: 'inline-block',
  maxWidth: 420,
  whiteSpace: 'normal',
  overflowWrap: 'anywhere',
} as const;

/** Place by place, what was said and what is said now. */
export function Differences({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  const { t } = useTranslation('catalogue');
  return (
    <PlainTable<Change>
      label={t('differences')}
      rows={changes}
      rowKey={({ path }) => path}
      empty={t('sayTheSame')}
      columns={[
        { title: t('place'), render: ({ path }) => <Place path={path} /> },
        {
          title: t('before'),
          render: ({ before }) =>
            before === undefined ? (
              '–'
            ) : (
              <Typography.Text delete style={LONG}>
                {told(before)}
              </Typography.Text>
            ),
        },
        {
          title: t('after'),
          render: ({ after }) =>
            after === undefined ? (
              '–'
            ) : (
              <Typography.Text strong style={LONG}>
                {told(after)}
              </Typography.Text>
            ),
        },
      ]}
    />
  );
}

const told = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A place by its name where there is one, and as it is written. */
function Place({ path }: { readonly path: string }): ReactNode {
  const { t } = useTranslation('catalogue');
  const name = t(`fields.${path.replaceAll('.', '_')}`, { defaultValue: '' });
  return (
    <>
      {name === '' ? null : `${name} `}
      <code style={LONG}>{path}</code>
    </>
  );
}
