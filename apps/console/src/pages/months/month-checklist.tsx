import './words';
import type { View } from '@ciyuan/client';
import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Count } from '../../parts/figures';
import { PlainTable } from '../../parts/plain-table';
import { StateTag, type StateTone } from '../../parts/state-tag';
import { ItemRemedy } from './item-remedy';

type MonthDetails = View<'MonthDetailsView'>;
type Item = MonthDetails['checklist'][number];

const TONES: Readonly<Record<Item['state'], StateTone>> = { ok: 'good', open: 'bad', waived: 'attention' };

/** What has to be in order before nothing more is booked in the month, and where each is put in order. */
export function MonthChecklist({ details }: { readonly details: MonthDetails }): ReactNode {
  const { t } = useTranslation('months');
  const { month, checklist, state } = details;
  return (
    <PlainTable<Item>
      label={t('checklist')}
      rows={checklist}
      rowKey={({ code }) => code}
      columns={[
        { title: t('item'), render: (item) => <Meaning item={item} />, width: 420 },
        {
          title: t('itemState'),
          render: (item) => <StateTag tone={TONES[item.state]}>{t(`itemStates.${item.state}`)}</StateTag>,
        },
        { title: t('count'), render: ({ count }) => <Count of={count} />, isFigure: true },
        { title: t('example'), render: ({ example }) => example ?? '–' },
        {
          title: t('mend'),
          render: (item) =>
            item.state === 'ok' || state === 'closed' ? null : <ItemRemedy item={item} month={month} />,
        },
      ]}
    />
  );
}

function Meaning({ item: { code, toDo } }: { readonly item: Item }): ReactNode {
  const { t } = useTranslation('months');
  return (
    <Flex vertical style={{ maxWidth: 460, whiteSpace: 'normal' }}>
      <strong>{t(`items.${code}`, { defaultValue: code })}</strong>
      <Typography.Text type="secondary">{t(`meanings.${code}`, { defaultValue: toDo })}</Typography.Text>
    </Flex>
  );
}
