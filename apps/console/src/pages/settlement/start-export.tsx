import './words';
import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Flex } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { queryClient } from '../../api/query-client';
import { ProblemAlert } from '../../parts/problem-alert';
import { FORMATS, type Format } from './run-exports';

const OPTIONS = FORMATS.map((value) => ({ value, label: value.toUpperCase() }));

interface StartExportProps {
  readonly runId: number;
  readonly onStarted: (jobId: number) => void;
}

/** Asks for the formats, and has a job write them. */
export function StartExport({ runId, onStarted }: StartExportProps): ReactNode {
  const { t } = useTranslation('settlement');
  const [formats, setFormats] = useState<readonly Format[]>(['csv', 'xlsx']);
  const starting = useMutation({
    mutationFn: () =>
      answerOf(client.POST('/v1/jobs', { body: { kind: 'export', parameters: { runId, formats } } })),
    onSuccess: async ({ id }) => {
      onStarted(id);
      await queryClient.invalidateQueries({ queryKey: ['settlement-run', runId, 'exports'] });
    },
  });
  return (
    <>
      <Flex
        wrap
        gap={16}
        align="center"
        role="group"
        aria-label={t('exportFormats')}
        style={{ marginBottom: 16 }}
      >
        <span>{t('exportFormats')}</span>
        <Checkbox.Group<Format> options={OPTIONS} value={[...formats]} onChange={setFormats} />
        <Button
          type="primary"
          disabled={formats.length === 0}
          loading={starting.isPending}
          onClick={() => starting.mutate()}
        >
          {t('exportStart')}
        </Button>
      </Flex>
      {starting.isError ? <ProblemAlert error={starting.error} /> : null}
    </>
  );
}
