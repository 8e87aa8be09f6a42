import './words';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Form, Input, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { answerOf, client } from '../api/client';
import { ProblemAlert } from '../parts/problem-alert';
import { useDocumentTitle } from '../parts/use-document-title';
import { Preferences } from '../shell/preferences';
import { signIn } from './session';

interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** Where to go afterwards: a path of this console and nothing else. */
function placeOf(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/';
}

export function SignInPage(): ReactNode {
  const { t } = useTranslation('session');
  useDocumentTitle(t('title'));
  const [search] = useSearchParams();
  const next = placeOf(search.get('next'));
  return (
    <Flex
      component="main"
      vertical
      align="center"
      justify="center"
      gap={16}
      style={{ minHeight: '100vh', padding: 16 }}
    >
      <Card style={{ width: '100%', maxWidth: 400 }}>
        <Typography.Title level={1} style={{ fontSize: 26, marginTop: 0, marginBottom: 4 }}>
          {t('product')}
        </Typography.Title>
        <Typography.Paragraph type="secondary">{t('tagline')}</Typography.Paragraph>
        <CredentialsForm next={next} />
        <IssuerButton />
      </Card>
      <Preferences />
    </Flex>
  );
}

interface CredentialsFormProps {
  /** Where whoever signs in wants to go. */
  readonly next: string;
}

function CredentialsForm({ next }: CredentialsFormProps): ReactNode {
  const { t } = useTranslation('session');
  const navigate = useNavigate();
  const signing = useMutation({
    mutationFn: ({ login, password }: Credentials) => signIn(login, password),
    onSuccess: () => navigate(next, { replace: true }),
  });
  const rules = [{ required: true, message: t('needed') }];
  return (
    <>
      {signing.isError ? <ProblemAlert error={signing.error} /> : null}
      <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(values) => signing.mutate(values)}>
        <Form.Item name="login" label={t('login')} rules={rules}>
          <Input autoComplete="username" autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item name="password" label={t('password')} rules={rules}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={signing.isPending}>
          {t('submit')}
        </Button>
      </Form>
    </>
  );
}

/** Where somebody else knows the people, too; from there one comes to the first page. */
function IssuerButton(): ReactNode {
  const { t } = useTranslation('session');
  const { data } = useQuery({
    queryKey: ['session-options'],
    queryFn: () => answerOf(client.GET('/v1/session/options')),
    staleTime: Infinity,
  });
  if (data?.oidc !== true) return null;
  return (
    <Button block style={{ marginTop: 12 }} href="/v1/session/oidc">
      {t('single')}
    </Button>
  );
}
