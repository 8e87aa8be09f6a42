import './words';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Card, Flex, Form, Input, Typography, type FormItemProps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../api/client';
import { queryClient } from '../api/query-client';
import { ProblemAlert } from '../parts/problem-alert';
import { useDocumentTitle } from '../parts/use-document-title';
import { sessionQuery } from './session';

interface Passwords {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

/** As the API asks for. */
const SHORTEST = 12;

export function ChangePassword({ isDemanded = false }: { readonly isDemanded?: boolean }): ReactNode {
  const { t } = useTranslation('session');
  useDocumentTitle(t('changeTitle'));
  return (
    <Flex component={isDemanded ? 'main' : 'div'} justify="center" style={{ padding: 16 }}>
      <Card style={{ width: '100%', maxWidth: 440 }}>
        <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
          {t('changeTitle')}
        </Typography.Title>
        {isDemanded ? <Typography.Paragraph>{t('demanded')}</Typography.Paragraph> : null}
        <PasswordsForm />
      </Card>
    </Flex>
  );
}

function PasswordsForm(): ReactNode {
  const { t } = useTranslation('session');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const changing = useMutation({
    mutationFn: ({ current, next }: Passwords) =>
      answerOf(client.PUT('/v1/session/password', { body: { current, next } })),
    onSuccess: async () => {
      void message.success(t('changed'));
      await queryClient.resetQueries({ queryKey: sessionQuery.queryKey });
      await navigate('/');
    },
  });
  const needed = { required: true, message: t('needed') };
  return (
    <>
      {changing.isError ? <ProblemAlert error={changing.error} /> : null}
      <Form<Passwords> layout="vertical" requiredMark={false} onFinish={(values) => changing.mutate(values)}>
        <PasswordItem name="current" autoComplete="current-password" rules={[needed]} />
        <PasswordItem name="next" rules={[needed, { min: SHORTEST, message: t('tooShort') }]} />
        <PasswordItem
          name="again"
          dependencies={['next']}
          rules={[
            needed,
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(t('differs'))),
            }),
          ]}
        />
        <Button type="primary" htmlType="submit" loading={changing.isPending}>
          {t('save')}
        </Button>
      </Form>
    </>
  );
}

interface PasswordItemProps extends Pick<FormItemProps<Passwords>, 'rules' | 'dependencies'> {
  readonly name: keyof Passwords;
  readonly autoComplete?: string;
}

function PasswordItem({ name, autoComplete = 'new-password', ...item }: PasswordItemProps): ReactNode {
  const { t } = useTranslation('session');
  return (
    <Form.Item<Passwords> name={name} label={t(name)} {...item}>
      <Input.Password autoComplete={autoComplete} maxLength={200} />
    </Form.Item>
  );
}
