import './words';
import type { DocumentKind } from '@ciyuan/core/charging';
import type { Plan } from '@ciyuan/core/catalogue';
import { Col, Row, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isBook } from '../catalogue/kinds';
import type { Body } from '../catalogue/places-in';
import { PlanPricePreview } from '../prices/plan-price-preview';
import { BookForm } from './book-form';
import { JsonSide } from './json-side';
import { PlanForm } from './plan-form';

interface BodyEditorProps {
  readonly kind: DocumentKind;
  readonly body: Body;
  readonly faultsAt: (path: string) => readonly string[];
  readonly onChange: (body: Body) => void;
}

const BESIDE = { position: 'sticky', top: 16 } as const;

/** The form of a kind that has one, and JSON: beside a plan's fields, below a book's grid, or alone. */
export function BodyEditor({ kind, body, faultsAt, onChange }: BodyEditorProps): ReactNode {
  const { t } = useTranslation('drafts');
  const json = { key: 'json', label: 'JSON', children: <JsonSide value={body} onChange={onChange} /> };
  if (kind !== 'plan')
    return (
      <>
        {isBook(kind) ? <BookForm book={body} faultsAt={faultsAt} onChange={onChange} /> : null}
        <Tabs items={[json]} />
      </>
    );
  const preview = {
    key: 'preview',
    label: t('preview'),
    children: <PlanPricePreview plan={body as unknown as Plan} />,
  };
  return (
    <Row gutter={[24, 16]}>
      <Col xs={24} xl={14}>
        <PlanForm plan={body} faultsAt={faultsAt} onChange={onChange} />
      </Col>
      <Col xs={24} xl={10}>
        <div style={BESIDE}>
          <Tabs items={[preview, json]} />
        </div>
      </Col>
    </Row>
  );
}
