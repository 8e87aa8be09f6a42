import './words';
import type { View } from '@ciyuan/client';
import { Flex, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type Party = View<'Party'>;

export const PARTY_KINDS: readonly Party['kinds'][number][] = [
  'operator',
  'vendor',
  'compute',
  'channel',
  'data_owner',
  'partner',
];

/** What a party can be asked to do for us. */
export function PartyKinds({ kinds }: Pick<Party, 'kinds'>): ReactNode {
  const { t } = useTranslation('parties');
  return (
    <Flex gap={4} wrap>
      {kinds.map((kind) => (
        <Tag key={kind} variant="outlined" style={{ marginInlineEnd: 0 }}>
          {t(`kinds.${kind}`)}
        </Tag>
      ))}
    </Flex>
  );
}
