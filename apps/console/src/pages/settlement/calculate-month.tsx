import './words';
import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../api/client';
import { queryClient } from '../../api/query-client';
import { dayFromToday, monthOf } from '../../parts/instant';
import { JobProgress, type Job } from '../../parts/job-progress';
import { ProblemAlert } from '../../parts/problem-alert';
import { useSession, type Role } from '../../session/session';

interface Wanted {
  readonly month: string;
  readonly isProforma?: boolean;
}

/** Who may have it done as a job; a maker waits for the answer. */
const JOB_ROLES: readonly Role[] = ['finance', 'operations', 'admin'];

const bodyOf = ({ month, isProforma }: Wanted) => ({
  month,
  ...(isProforma === true ? { kind: 'proforma' as const } : {}),
});

/** The job's id. */
async function startJob(wanted: Wanted): Promise<number> {
  const body = { kind: 'settlement' as const, parameters: bodyOf(wanted) };
  return (await answerOf(client.POST('/v1/jobs', { body }))).id;
}

/** The run's id. */
async function settle(wanted: Wanted): Promise<number> {
  const { id } = await answerOf(client.POST('/v1/settlement-runs', { body: bodyOf(wanted) }));
  await queryClient.invalidateQueries();
  return id;
}

/** Settles a month as a new version, and leads to it. */
export function CalculateMonth(): ReactNode {
  const { t } = useTranslation('settlement');
  const { role } = useSession();
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const [jobId, setJobId] = useState<number>();
  const [form] = Form.useForm<Wanted>();
  const goTo = (runId: unknown): void => void navigate(`/settlement-runs/${Number(runId)}`);
  const calculating = useMutation({
    mutationFn: async (wanted: Wanted): Promise<void> => {
      if (JOB_ROLES.includes(role)) setJobId(await startJob(wanted));
      else goTo(await settle(wanted));
    },
  });
  const isUnderWay = jobId !== undefined;
  const close = (): void => {
    setIsOpen(false);
    setJobId(undefined);
  };
  return (
    <>
      <Button type="primary" onClick={() => setIsOpen(true)}>
        {t('calculate')}
      </Button>
      <Modal
        open={isOpen}
        title={t('calculate')}
        okText={t('calculateNow')}
        okButtonProps={{ loading: calculating.isPending, disabled: isUnderWay }}
        destroyOnHidden
        onOk={() => form.submit()}
        onCancel={close}
        afterClose={() => calculating.reset()}
      >
        {calculating.isError ? <ProblemAlert error={calculating.error} /> : null}
        {jobId === undefined ? (
          <MonthForm form={form} onFinish={(wanted) => calculating.mutate(wanted)} />
        ) : (
          <JobProgress jobId={jobId} label={t('calculating')} onDone={({ result }) => goTo(runOf(result))} />
        )}
      </Modal>
    </>
  );
}

/** The API says of a job's result only that there is one. */
const runOf = (result: Job['result']): unknown =>
  (result as { readonly settlementRun?: number }).settlementRun;

interface MonthFormProps {
  readonly form: ReturnType<typeof Form.useForm<Wanted>>[0];
  readonly onFinish: (wanted: Wanted) => void;
}

function MonthForm({ form, onFinish }: MonthFormProps): ReactNode {
  const { t } = useTranslation('settlement');
  return (
    <Form<Wanted>
      form={form}
      layout="vertical"
      initialValues={{ month: monthOf(dayFromToday(0)) }}
      onFinish={onFinish}
    >
      <Form.Item name="month" label={t('month')} rules={[{ required: true }]}>
        <Input type="month" />
      </Form.Item>
      <Form.Item name="isProforma" valuePropName="checked">
        <Checkbox>{t('isProforma')}</Checkbox>
      </Form.Item>
    </Form>
  );
}
