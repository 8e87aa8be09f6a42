import './words';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../api/client';
import { endingOf, fileBody } from '../../api/file-body';
import { Choice } from '../../parts/choice';
import { FileField } from '../../parts/file-field';
import { FormButton } from '../../parts/form-button';
import { dayFromToday, monthOf } from '../../parts/instant';

type Role = 'reporter' | 'vendor' | 'compute_owner' | 'settlement';
type Level = 'records' | 'hours' | 'statement';

interface Sent {
  readonly party?: string;
  readonly role: Role;
  readonly level: Level;
  readonly month: string;
  readonly file: File;
}

/** What each role can speak of. */
const LEVELS: Readonly<Record<Role, readonly Level[]>> = {
  reporter: ['records', 'hours'],
  vendor: ['hours'],
  compute_owner: ['hours'],
  settlement: ['statement'],
};
const ROLES = Object.keys(LEVELS) as Role[];
const DAYS_AGO = -28;

function formatOf({ name }: File): 'csv' | 'csv_gzip' | 'xlsx' {
  const ending = endingOf(name);
  if (ending === 'gz') return 'csv_gzip';
  return ending === 'xlsx' ? 'xlsx' : 'csv';
}

interface UploadFileProps {
  readonly base: string;
  /** A partner hands in its own, and need not say whose it is. */
  readonly isOwn: boolean;
}

/** Has a partner's file compared with our figures, and leads to what comes of it. */
export function UploadFile({ base, isOwn }: UploadFileProps): ReactNode {
  const { t } = useTranslation('reconciliation');
  const navigate = useNavigate();
  const send = ({ party, role, level, month, file }: Sent) =>
    answerOf(
      client.POST('/v1/reconciliations', {
        params: {
          query: {
            ...(party === undefined ? {} : { party: party.trim() }),
            role,
            level,
            month,
            format: formatOf(file),
            fileName: file.name,
          },
        },
        ...fileBody(file),
      }),
    );
  return (
    <FormButton
      type="primary"
      label={t('upload')}
      initialValues={{ role: 'reporter', level: 'records', month: monthOf(dayFromToday(DAYS_AGO)) }}
      run={send}
      onDone={({ id }) => void navigate(`${base}/${id}`)}
      fields={<FileFields isOwn={isOwn} />}
    />
  );
}

function LevelField({ levels }: { readonly levels: readonly Level[] }): ReactNode {
  const { t } = useTranslation('reconciliation');
  return (
    <Form.Item
      name="level"
      label={t('level')}
      rules={[{ required: true, type: 'enum', enum: [...levels] }]}
      validateFirst
    >
      <Choice label={t('level')} options={levels.map((value) => ({ value, label: t(`levels.${value}`) }))} />
    </Form.Item>
  );
}

/** Whose file of what it is. */
function FileFields({ isOwn }: { readonly isOwn: boolean }): ReactNode {
  const { t } = useTranslation('reconciliation');
  return (
    <>
      {isOwn ? null : (
        <Form.Item name="party" label={t('party')} rules={[{ required: true, whitespace: true }]}>
          <Input placeholder={t('partyHint')} />
        </Form.Item>
      )}
      <Form.Item name="month" label={t('month')} rules={[{ required: true }]}>
        <Input type="month" />
      </Form.Item>
      <Form.Item name="role" label={t('role')}>
        <Choice label={t('role')} options={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))} />
      </Form.Item>
      <Form.Item<Sent> noStyle dependencies={['role']}>
        {({ getFieldValue }) => <LevelField levels={LEVELS[getFieldValue('role') as Role]} />}
      </Form.Item>
      <Form.Item
        name="file"
        label={t('file')}
        extra={t('uploadHint')}
        rules={[{ required: true, message: t('chooseFirst') }]}
      >
        <FileField label={t('file')} accept=".csv,.xlsx,.gz" />
      </Form.Item>
    </>
  );
}
