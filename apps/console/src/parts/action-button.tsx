import './words';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, type ButtonProps } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../api/query-client';
import { ProblemAlert } from './problem-alert';

interface ActionButtonProps {
  readonly label: string;
  /** Asked before it is done, with what it means; without one it is done at once. */
  readonly question?: ReactNode;
  readonly needsReason?: boolean;
  readonly run: (reason: string) => Promise<unknown>;
  readonly onDone?: () => void;
  readonly type?: ButtonProps['type'];
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  readonly size?: ButtonProps['size'];
}

/** Does one thing of the API: asks first where that is due, says what was refused, and has everything read again. */
export function ActionButton(props: ActionButtonProps): ReactNode {
  const { label, question, needsReason = false, type = 'default' } = props;
  const { isDanger = false, isDisabled = false, size = 'middle' } = props;
  const { t } = useTranslation('parts');
  const [isOpen, setIsOpen] = useState(false);
  const [form] = Form.useForm<Reasoned>();
  const acting = useActing(props, setIsOpen);
  const isAsked = question !== undefined || needsReason;
  return (
    <>
      <Button
        type={type}
        danger={isDanger}
        disabled={isDisabled}
        size={size}
        loading={acting.isPending && !isOpen}
        onClick={() => (isAsked ? setIsOpen(true) : acting.mutate(''))}
      >
        {label}
      </Button>
      <Modal
        open={isOpen}
        title={label}
        okText={t('confirm')}
        cancelText={t('cancel')}
        okButtonProps={{ danger: isDanger, loading: acting.isPending }}
        destroyOnHidden
        onOk={() => form.submit()}
        onCancel={() => setIsOpen(false)}
        afterClose={() => acting.reset()}
      >
        {acting.isError ? <ProblemAlert error={acting.error} /> : null}
        {question}
        <Form form={form} layout="vertical" onFinish={({ reason }) => acting.mutate(reason?.trim() ?? '')}>
          {needsReason ? <ReasonField /> : null}
        </Form>
      </Modal>
    </>
  );
}

interface Reasoned {
  readonly reason?: string;
}

/** What was refused is shown in the dialog, even where nothing was asked before. */
function useActing({ label, run, onDone }: ActionButtonProps, setIsOpen: (isOpen: boolean) => void) {
  const { t } = useTranslation('parts');
  const { message } = App.useApp();
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      setIsOpen(false);
      await queryClient.invalidateQueries();
      void message.success(`${label}: ${t('done')}`);
      onDone?.();
    },
    onError: () => setIsOpen(true),
  });
}

function ReasonField(): ReactNode {
  const { t } = useTranslation('parts');
  return (
    <Form.Item
      name="reason"
      label={t('reason')}
      rules={[{ required: true, whitespace: true, message: t('reasonNeeded') }]}
    >
      <Input.TextArea rows={3} maxLength={500} />
    </Form.Item>
  );
}
