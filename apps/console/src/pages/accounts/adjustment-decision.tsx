import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { TextField, filledIn } from '../../parts/field';
import { FormButton } from '../../parts/form-button';
import { ASKERS, SIGNERS, useMay } from '../../session/may';
import { useSession } from '../../session/session';
import { AdjustmentFigures } from './adjustment-figures';

type Details = View<'AdjustmentDetailsView'>;

/** Signing or refusing is for others than whoever asked; withdrawing is for that one alone. */
export function AdjustmentDecision({ one }: { readonly one: Details }): ReactNode {
  const { t } = useTranslation('accounts');
  const { login } = useSession();
  const maySign = useMay(SIGNERS);
  const mayAsk = useMay(ASKERS);
  if (one.state !== 'requested') return null;
  const params = { path: { code: one.account, number: one.number } };
  if (one.requestedBy === login)
    return mayAsk ? (
      <ActionButton
        label={t('withdraw')}
        question={t('withdrawQuestion')}
        run={() =>
          answerOf(client.POST('/v1/accounts/{code}/adjustments/{number}/withdrawal', { params, body: {} }))
        }
      />
    ) : null;
  if (!maySign) return null;
  return (
    <>
      <SignAdjustment one={one} />
      <ActionButton
        isDanger
        needsReason
        label={t('reject')}
        run={(reason) =>
          answerOf(
            client.POST('/v1/accounts/{code}/adjustments/{number}/rejection', { params, body: { reason } }),
          )
        }
      />
    </>
  );
}

interface Signature {
  readonly note?: string;
}

function SignAdjustment({ one }: { readonly one: Details }): ReactNode {
  const { t } = useTranslation('accounts');
  const params = { path: { code: one.account, number: one.number } };
  const sign = (signature: Signature, preview: boolean) =>
    answerOf(
      client.POST('/v1/accounts/{code}/adjustments/{number}/approval', {
        params,
        body: { ...filledIn(signature), preview },
      }),
    );
  return (
    <FormButton<Signature, Details>
      type="primary"
      label={t('sign')}
      fields={<TextField name="note" label={t('note')} />}
      preview={async (signature) => <AdjustmentFigures one={await sign(signature, true)} />}
      run={(signature) => sign(signature, false)}
    />
  );
}
