import { theme as themes, type ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';

export const APPEARANCES = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];

const KEPT = 'ciyuan.appearance';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function appearance(): Appearance {
  const kept = window.localStorage.getItem(KEPT);
  return APPEARANCES.find((one) => one === kept) ?? 'system';
}

export function chooseAppearance(chosen: Appearance): void {
  window.localStorage.setItem(KEPT, chosen);
  for (const tell of listeners) tell();
}

const isDark = (): boolean => (appearance() === 'system' ? dark.matches : appearance() === 'dark');

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  dark.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    dark.removeEventListener('change', listener);
  };
}

export const useIsDark = (): boolean => useSyncExternalStore(subscribe, isDark);

export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, appearance);

/** First in the list: behind a Latin font some browsers never load its Chinese slices. */
export const FONT = "'Noto Sans SC Variable', system-ui, sans-serif";

/** Contrast is 4.5 to 1 or better on both grounds, which antd's own blue and grey are not. */
export const themeOf = (isDarkNow: boolean): ThemeConfig => ({
  algorithm: isDarkNow ? themes.darkAlgorithm : themes.defaultAlgorithm,
  token: {
    fontFamily: FONT,
    colorPrimary: isDarkNow ? '#128a8a' : '#0b6e6e',
    colorError: isDarkNow ? '#ff7875' : '#cf1322',
    colorLink: isDarkNow ? '#4cc4c4' : '#0b6e6e',
    colorTextSecondary: isDarkNow ? 'rgba(255,255,255,0.75)' : 'rgba(0,0,0,0.68)',
    colorTextTertiary: isDarkNow ? 'rgba(255,255,255,0.68)' : 'rgba(0,0,0,0.62)',
    colorTextDescription: isDarkNow ? 'rgba(255,255,255,0.68)' : 'rgba(0,0,0,0.62)',
    colorTextDisabled: isDarkNow ? 'rgba(255,255,255,0.55)' : 'rgba(0,0,0,0.58)',
    colorTextPlaceholder: isDarkNow ? 'rgba(255,255,255,0.6)' : 'rgba(0,0,0,0.6)',
    borderRadius: 6,
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
  components: {
    Menu: {
      itemHeight: 34,
      itemSelectedBg: isDarkNow ? '#123b3b' : '#e0f1f1',
      itemSelectedColor: isDarkNow ? '#8fe3e3' : '#085454',
      groupTitleColor: isDarkNow ? 'rgba(255,255,255,0.68)' : 'rgba(0,0,0,0.62)',
    },
    ...(isDarkNow ? { Button: { dangerColor: '#141414' } } : {}),
    Progress: { defaultColor: isDarkNow ? '#2aa8a8' : '#0b6e6e' },
    Tabs: {
      itemSelectedColor: isDarkNow ? '#4cc4c4' : '#0b6e6e',
      itemActiveColor: isDarkNow ? '#4cc4c4' : '#0b6e6e',
      itemHoverColor: isDarkNow ? '#4cc4c4' : '#0b6e6e',
    },
    Select: { optionSelectedBg: isDarkNow ? '#123b3b' : '#e0f1f1' },
  },
  cssVar: { key: 'ciyuan' },
});
