import './words';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { queryClient } from '../../api/query-client';
import { ProblemAlert } from '../../parts/problem-alert';
import { OneTimePassword } from './one-time-password';
import { StaffTermsFields, termsOf, type StaffTerms } from './staff-terms-fields';

interface NewAccount extends StaffTerms {
  readonly login: string;
}

export function AddStaffAccount(): ReactNode {
  const { t } = useTranslation('staffAccounts');
  const [isOpen, setIsOpen] = useState(false);
  const [form] = Form.useForm<NewAccount>();
  const adding = useMutation({
    mutationFn: (account: NewAccount) =>
      answerOf(client.POST('/v1/staff-accounts', { body: { login: account.login, ...termsOf(account) } })),
    onSuccess: async () => {
      setIsOpen(false);
      form.resetFields();
      await queryClient.invalidateQueries({ queryKey: ['staff-accounts'] });
    },
  });
  return (
    <>
      <Button type="primary" onClick={() => setIsOpen(true)}>
        {t('add')}
      </Button>
      <Modal
        open={isOpen}
        title={t('add')}
        okText={t('save')}
        okButtonProps={{ loading: adding.isPending }}
        onOk={() => form.submit()}
        onCancel={() => setIsOpen(false)}
      >
        {adding.isError ? <ProblemAlert error={adding.error} /> : null}
        <Form<NewAccount> form={form} layout="vertical" onFinish={(account) => adding.mutate(account)}>
          <Form.Item name="login" label={t('login')} rules={[{ required: true }]}>
            <Input maxLength={63} autoComplete="off" />
          </Form.Item>
          <StaffTermsFields />
        </Form>
      </Modal>
      <OneTimePassword password={adding.data?.oneTimePassword} onClose={() => adding.reset()} />
    </>
  );
}
