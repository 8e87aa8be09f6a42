import { QueryClientProvider } from '@tanstack/react-query';
import { App as Messages, ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import { useLayoutEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { queryClient } from './api/query-client';
import { currentLanguage, type Language } from './language/language';
import { router } from './routes';
import { PAGE_NONCE } from './theme/page-nonce';
import { themeOf, useIsDark } from './theme/theme';

const LOCALES: Readonly<Record<Language, Locale>> = { zh: zhCN, en: enGB };

export function App(): ReactNode {
  // Renders again when the language changes.
  useTranslation();
  const isDark = useIsDark();
  useLayoutEffect(() => {
    document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  }, [isDark]);
  return (
    <ConfigProvider
      button={{ autoInsertSpace: false }}
      csp={{ nonce: PAGE_NONCE }}
      locale={LOCALES[currentLanguage()]}
      theme={themeOf(isDark)}
    >
      <Messages>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  );
}
