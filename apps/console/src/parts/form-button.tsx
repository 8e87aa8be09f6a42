import './words';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Form, Modal, type ButtonProps } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../api/query-client';
import { ProblemAlert } from './problem-alert';

const USUAL_WIDTH = 600;

interface FormButtonProps<Values extends object, Answer> {
  readonly label: string;
  /** What is asked: `Form.Item`s by the names of the values. */
  readonly fields: ReactNode;
  readonly initialValues?: Partial<Values>;
  readonly run: (values: Values) => Promise<Answer>;
  /** Where the API can say beforehand what it would come to, that is shown first, and then asked for. */
  readonly preview?: (values: Values) => Promise<ReactNode>;
  readonly onDone?: (answer: Answer) => void;
  readonly type?: ButtonProps['type'];
  readonly isDanger?: boolean;
  readonly size?: ButtonProps['size'];
  /** In pixels; more where the fields stand in a table. */
  readonly width?: number;
}

/** Asks for what an operation of the API needs, shows what it would come to, does it, and has everything read again. */
export function FormButton<Values extends object, Answer>(props: FormButtonProps<Values, Answer>): ReactNode {
  const { label, type = 'default', isDanger = false, size = 'middle' } = props;
  const [isOpen, setIsOpen] = useState(false);
  // A form keeps the values that it first began with: each time that it is opened it is another one.
  const [times, setTimes] = useState(0);
  const open = (): void => {
    setTimes(times + 1);
    setIsOpen(true);
  };
  return (
    <>
      <Button type={type} danger={isDanger} size={size} onClick={open}>
        {label}
      </Button>
      <FormDialog key={times} {...props} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}

interface FormDialogProps<Values extends object, Answer> extends FormButtonProps<Values, Answer> {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function FormDialog<Values extends object, Answer>(props: FormDialogProps<Values, Answer>): ReactNode {
  const { label, fields, initialValues, preview, isDanger = false, isOpen, onClose } = props;
  const { width = USUAL_WIDTH } = props;
  const { t } = useTranslation('parts');
  const [form] = Form.useForm<Values>();
  const { seeing, acting, forget } = useSteps(props);
  const isSeen = preview === undefined || seeing.isSuccess;
  const error = acting.error ?? seeing.error;
  return (
    <Modal
      open={isOpen}
      title={label}
      okText={isSeen ? t('confirm') : t('preview')}
      cancelText={t('cancel')}
      okButtonProps={{ danger: isDanger && isSeen, loading: acting.isPending || seeing.isPending }}
      destroyOnHidden
      width={width}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterClose={forget}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        preserve={false}
        {...(initialValues === undefined ? {} : { initialValues })}
        onValuesChange={forget}
        onFinish={(values) => (isSeen ? acting.mutate(values) : seeing.mutate(values))}
      >
        {fields}
      </Form>
      {error === null ? null : <ProblemAlert error={error} />}
      {seeing.isSuccess && preview !== undefined ? (
        <Alert type="info" title={t('previewed')} description={seeing.data} role="status" />
      ) : null}
    </Modal>
  );
}

/** What is seen holds for what was filled in then: whatever changes has it forgotten. */
function useSteps<Values extends object, Answer>(props: FormDialogProps<Values, Answer>) {
  const { label, run, preview, onDone, onClose } = props;
  const { t } = useTranslation('parts');
  const { message } = App.useApp();
  const seeing = useMutation({ mutationFn: async (values: Values) => preview?.(values) });
  const acting = useMutation({
    mutationFn: run,
    onSuccess: async (answer) => {
      onClose();
      await queryClient.invalidateQueries();
      void message.success(`${label}: ${t('done')}`);
      onDone?.(answer);
    },
  });
  const forget = (): void => {
    seeing.reset();
    acting.reset();
  };
  return { seeing, acting, forget };
}
