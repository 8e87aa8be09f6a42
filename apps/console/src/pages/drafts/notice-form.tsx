import './words';
import type { View } from '@ciyuan/client';
import { NOTICE_CHANNELS } from '@ciyuan/core/catalogue';
import { Checkbox, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayFromToday } from '../../parts/instant';
import { atLocalTime, localTimeOf } from '../../parts/local-time';

type Notice = View<'PriceNotice'>;

interface NoticeFormProps {
  readonly notice: Notice | null;
  readonly onChange: (notice: Notice | null) => void;
}

const newNotice = (): Notice => ({
  announcedAt: `${dayFromToday(0)}T00:00:00+08:00`,
  audience: { all: true },
  channels: ['sms', 'in_app'],
  text: '',
});

/** How customers are told of other prices; whether they have to be is the policy's to say, on submission. */
export function NoticeForm({ notice, onChange }: NoticeFormProps): ReactNode {
  const { t } = useTranslation('drafts');
  return (
    <>
      <Form.Item>
        <Checkbox
          checked={notice !== null}
          onChange={({ target }) => onChange(target.checked ? newNotice() : null)}
        >
          {t('announce')}
        </Checkbox>
      </Form.Item>
      {notice === null ? null : <NoticeFields notice={notice} onChange={onChange} />}
    </>
  );
}

function NoticeFields({ notice, onChange }: NoticeFormProps & { readonly notice: Notice }): ReactNode {
  const { t } = useTranslation('drafts');
  const change = (own: Partial<Notice>): void => onChange({ ...notice, ...own });
  return (
    <>
      <Form.Item label={t('announcedAt')} htmlFor="announced-at">
        <Input
          id="announced-at"
          type="datetime-local"
          value={localTimeOf(notice.announcedAt)}
          onChange={({ target }) => change({ announcedAt: atLocalTime(target.value) ?? notice.announcedAt })}
        />
      </Form.Item>
      <Form.Item label={t('channel')}>
        <Select
          mode="multiple"
          aria-label={t('channel')}
          style={{ minWidth: 220 }}
          value={notice.channels}
          options={NOTICE_CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
          onChange={(channels) => change({ channels })}
        />
      </Form.Item>
      <Form.Item label={t('toSegments')}>
        <Select
          mode="tags"
          aria-label={t('toSegments')}
          style={{ minWidth: 180 }}
          placeholder={t('toAll')}
          value={notice.audience.segments ?? []}
          onChange={(segments: string[]) =>
            change({ audience: segments.length === 0 ? { all: true } : { segments } })
          }
        />
      </Form.Item>
      <Form.Item label={t('noticeText')} htmlFor="notice-text" style={{ flex: 1, minWidth: 320 }}>
        <Input.TextArea
          id="notice-text"
          rows={2}
          value={notice.text}
          onChange={({ target }) => change({ text: target.value })}
        />
      </Form.Item>
    </>
  );
}
