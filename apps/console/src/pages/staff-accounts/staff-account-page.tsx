import './words';
import type { View } from '@ciyuan/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Card, Checkbox, Form } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { queryClient } from '../../api/query-client';
import { ActionButton } from '../../parts/action-button';
import { Facts } from '../../parts/facts';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { OneTimePassword } from './one-time-password';
import { StaffState } from './staff-state';
import { StaffTermsFields, termsOf, type StaffTerms } from './staff-terms-fields';

type StaffAccount = View<'StaffAccountView'>;

export function StaffAccountPage(): ReactNode {
  const { t } = useTranslation('staffAccounts');
  const { login = '' } = useParams();
  const [password, setPassword] = useState<string>();
  const params = { path: { login } };
  const query = useQuery({
    queryKey: ['staff-account', login],
    queryFn: () => answerOf(client.GET('/v1/staff-accounts/{login}', { params })),
  });
  const reset = async (): Promise<void> => {
    const given = await answerOf(client.POST('/v1/staff-accounts/{login}/password', { params }));
    setPassword(given.oneTimePassword);
  };
  return (
    <Page
      title={query.data?.displayName ?? login}
      aside={query.data === undefined ? null : <StaffState account={query.data} />}
      crumbs={[{ title: t('title'), to: '/staff-accounts' }]}
      actions={<ActionButton label={t('reset')} question={t('resetQuestion')} run={reset} />}
    >
      <Loaded query={query}>
        {(account) => (
          <>
            <Facts
              facts={[
                { label: t('login'), value: account.login },
                { label: t('createdAt'), value: <Instant at={account.createdAt} /> },
                { label: t('createdBy'), value: account.createdBy },
                { label: t('changedAt'), value: <Instant at={account.changedAt} /> },
                { label: t('changedBy'), value: account.changedBy },
              ]}
            />
            <StaffTermsForm account={account} />
          </>
        )}
      </Loaded>
      <OneTimePassword password={password} onClose={() => setPassword(undefined)} />
    </Page>
  );
}

interface ChangedAccount extends StaffTerms {
  readonly disabled: boolean;
}

function StaffTermsForm({ account }: { readonly account: StaffAccount }): ReactNode {
  const { t } = useTranslation('staffAccounts');
  const { message } = App.useApp();
  const saving = useMutation({
    mutationFn: (changed: ChangedAccount) =>
      answerOf(
        client.PUT('/v1/staff-accounts/{login}', {
          params: { path: { login: account.login } },
          body: { ...termsOf(changed), disabled: changed.disabled },
        }),
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      void message.success(t('saved'));
    },
  });
  return (
    <Card size="small" style={{ maxWidth: 480 }}>
      {saving.isError ? <ProblemAlert error={saving.error} /> : null}
      <Form<ChangedAccount>
        layout="vertical"
        initialValues={{ ...account }}
        onFinish={(changed) => saving.mutate(changed)}
      >
        <StaffTermsFields />
        <Form.Item name="disabled" valuePropName="checked">
          <Checkbox>{t('isDisabled')}</Checkbox>
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          {t('save')}
        </Button>
      </Form>
    </Card>
  );
}
