import './words';
import { App, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { FormButton } from '../../parts/form-button';
import { useListState } from '../../parts/list-state';

interface Resolution {
  readonly state: 'accepted_ours' | 'accepted_theirs' | 'to_dispute';
  readonly reason: string;
}

export interface DifferencesToTreat {
  readonly reconciliationId: number;
  /** Those that are chosen; without one, whatever the filters of the address show. */
  readonly ids: readonly number[];
}

const STATES = ['accepted_ours', 'accepted_theirs', 'to_dispute'] as const;

/** Says what is done about differences. */
export function ResolveDifferences(props: DifferencesToTreat & { readonly onDone: () => void }): ReactNode {
  const { reconciliationId, ids, onDone } = props;
  const { t } = useTranslation('reconciliation');
  const { message } = App.useApp();
  const { filters } = useListState();
  const named = ids.length > 0 ? { ids: [...ids] } : (filters as object);
  return (
    <FormButton
      label={ids.length > 0 ? t('resolveChosen', { count: ids.length }) : t('resolveAll')}
      initialValues={{ state: 'accepted_ours' }}
      run={({ state, reason }: Resolution) =>
        answerOf(
          client.POST('/v1/reconciliations/{id}/resolutions', {
            params: { path: { id: reconciliationId } },
            body: { ...named, state, reason: reason.trim() },
          }),
        )
      }
      onDone={({ resolved, passedOver }) => {
        void message.info(t('resolvedCount', { count: resolved, passed: passedOver }));
        onDone();
      }}
      fields={
        <>
          <Form.Item name="state" label={t('resolution')}>
            <Radio.Group options={STATES.map((value) => ({ value, label: t(`resolutions.${value}`) }))} />
          </Form.Item>
          <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </>
      }
    />
  );
}
