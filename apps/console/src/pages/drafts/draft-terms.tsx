import './words';
import type { DocumentKind } from '@ciyuan/core/charging';
import { Checkbox, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { atLocalTime, localTimeOf } from '../../parts/local-time';
import type { DraftContent } from './draft-content';
import { NoticeForm } from './notice-form';

interface DraftTermsProps {
  readonly kind: DocumentKind;
  readonly content: DraftContent;
  readonly onChange: (content: DraftContent) => void;
}

/** When the version begins, and how customers are told of it. */
export function DraftTerms({ kind, content, onChange }: DraftTermsProps): ReactNode {
  const { t } = useTranslation(['drafts', 'catalogue']);
  const canBeAnnounced = kind === 'plan' || kind === 'price_book';
  return (
    <Form layout="inline" component="div" style={{ rowGap: 8, marginBottom: 16 }}>
      <Form.Item label={t('catalogue:effectiveFrom')} htmlFor="effective-from">
        <Input
          id="effective-from"
          type="datetime-local"
          value={localTimeOf(content.effectiveFrom)}
          onChange={({ target }) => {
            const effectiveFrom = atLocalTime(target.value);
            if (effectiveFrom !== undefined) onChange({ ...content, effectiveFrom });
          }}
        />
      </Form.Item>
      <Form.Item>
        <Checkbox
          checked={content.backDated}
          onChange={({ target }) => onChange({ ...content, backDated: target.checked })}
        >
          {t('backDated')}
        </Checkbox>
      </Form.Item>
      {content.baseVersion === null ? null : (
        <Form.Item>{t('madeFrom', { version: content.baseVersion })}</Form.Item>
      )}
      {canBeAnnounced ? (
        <NoticeForm notice={content.notice} onChange={(notice) => onChange({ ...content, notice })} />
      ) : null}
    </Form>
  );
}
