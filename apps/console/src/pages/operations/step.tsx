import './words';
import { Card, theme } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly isEmpty?: boolean;
  readonly children: ReactNode;
}

/** One step of an explanation, numbered as it happened. */
export function Step({ number, title, isEmpty = false, children }: StepProps): ReactNode {
  const { t } = useTranslation('operations');
  const { token } = theme.useToken();
  return (
    <Card
      size="small"
      style={{ marginBottom: 16 }}
      title={
        <h2 style={{ fontSize: 15, margin: 0 }}>
          <span style={{ color: token.colorPrimary, marginInlineEnd: 8 }}>{number}</span>
          {title}
        </h2>
      }
    >
      {isEmpty ? t('nothing') : children}
    </Card>
  );
}
