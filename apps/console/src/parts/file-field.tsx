import './words';
import { UploadOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FileFieldProps {
  readonly label: string;
  /** The endings that may be chosen, such as `.csv,.xlsx`. */
  readonly accept: string;
  /** Given by the form. */
  readonly value?: File;
  readonly onChange?: (file: File | undefined) => void;
}

/** One file of the person's own, kept by the form until it is sent. */
export function FileField({ label, accept, value, onChange }: FileFieldProps): ReactNode {
  const { t } = useTranslation('parts');
  const shown = value === undefined ? [] : [{ uid: value.name, name: value.name, size: value.size }];
  return (
    <Upload
      accept={accept}
      maxCount={1}
      fileList={shown}
      beforeUpload={(file) => {
        onChange?.(file);
        return false;
      }}
      onRemove={() => onChange?.(undefined)}
      aria-label={label}
    >
      <Button icon={<UploadOutlined aria-hidden />}>{t('chooseFile')}</Button>
    </Upload>
  );
}
