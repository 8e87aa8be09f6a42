import './words';
import '../../shell/words';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../parts/choice';
import type { Role } from '../../session/session';

export const ROLES: readonly Role[] = ['admin', 'maker', 'checker', 'finance', 'operations', 'partner'];

export interface StaffTerms {
  readonly displayName: string;
  readonly role: Role;
  readonly party?: string | null;
}

/** As the API takes it: nobody but a partner acts for a party. */
export const termsOf = ({ displayName, role, party }: StaffTerms) => ({
  displayName,
  role,
  party: role === 'partner' ? (party ?? null) : null,
});

/** What is asked of an account whether it is new or changed. */
export function StaffTermsFields(): ReactNode {
  const { t } = useTranslation('staffAccounts');
  const { t: shell } = useTranslation('shell');
  const role = Form.useWatch<Role | undefined>('role');
  const needed = [{ required: true }];
  return (
    <>
      <Form.Item name="displayName" label={t('name')} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="role" label={t('role')} rules={needed}>
        <Choice
          label={t('role')}
          options={ROLES.map((value) => ({ value, label: shell(`roles.${value}`) }))}
        />
      </Form.Item>
      {role === 'partner' ? (
        <Form.Item name="party" label={t('party')} rules={needed} extra={t('partyHint')}>
          <Input maxLength={63} />
        </Form.Item>
      ) : null}
    </>
  );
}
