import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AsJson } from '../../parts/as-json';
import { Count } from '../../parts/figures';
import { PlainTable } from '../../parts/plain-table';
import { Term } from '../../parts/term';
import { Step } from './step';

type ExplainedUsage = View<'ExplanationView'>['record'];

/** What the partner posted, and the disjoint quantities that were made of it. */
export function ExplainedRecord({ record }: { readonly record: ExplainedUsage }): ReactNode {
  const { t } = useTranslation('operations');
  const { raw, classes, dimensions, serviceTier } = record;
  return (
    <div className="columns">
      <Step number={1} title={t('steps.raw')}>
        <AsJson
          label={t('steps.raw')}
          value={
            raw === null ? { tokens: classes, serviceTier, dimensions } : { ...raw, serviceTier, dimensions }
          }
        />
      </Step>
      <Step number={2} title={t('steps.classes')}>
        <ClassesTable classes={classes} label={t('steps.classes')} />
      </Step>
    </div>
  );
}

interface ClassesTableProps {
  readonly classes: Readonly<Record<string, number>>;
  readonly label: string;
}

function ClassesTable({ classes, label }: ClassesTableProps): ReactNode {
  const { t } = useTranslation('operations');
  return (
    <PlainTable<readonly [string, number]>
      label={label}
      rows={Object.entries(classes)}
      rowKey={([name]) => name}
      columns={[
        { title: t('class'), render: ([name]) => <Term of="class" code={name} /> },
        { title: t('quantity'), render: ([, quantity]) => <Count of={quantity} />, isFigure: true },
      ]}
    />
  );
}
