import './words';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../parts/choice';
import { chooseLanguage, currentLanguage, type Language } from '../language/language';
import { APPEARANCES, chooseAppearance, useAppearance } from '../theme/theme';

/** Each in its own language, so that whoever reads the other one finds it. */
const NAMES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
];

export function Preferences(): ReactNode {
  const { t } = useTranslation('shell');
  const appearance = useAppearance();
  return (
    <Flex gap={8}>
      <Choice
        label={t('language')}
        value={currentLanguage()}
        options={[...NAMES]}
        onChange={(language) => void chooseLanguage(language)}
        style={{ width: 100 }}
      />
      <Choice
        label={t('appearance')}
        value={appearance}
        options={APPEARANCES.map((value) => ({ value, label: t(value) }))}
        onChange={chooseAppearance}
        style={{ width: 130 }}
      />
    </Flex>
  );
}
