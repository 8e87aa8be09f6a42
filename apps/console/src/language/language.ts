import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT = 'ciyuan.language';

const isLanguage = (text: string | null): text is Language => LANGUAGES.some((one) => one === text);

/** That of the address (`?lang=en`), else what was chosen here before, else the browser's. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get('lang');
  if (isLanguage(asked)) return asked;
  const kept = window.localStorage.getItem(KEPT);
  if (isLanguage(kept)) return kept;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'zh');

/** The tag that `Intl` and the page itself go by. */
export const localeTag = (): string => (currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB');

export async function chooseLanguage(language: Language): Promise<void> {
  window.localStorage.setItem(KEPT, language);
  await i18next.changeLanguage(language);
  noteLanguage();
}

function noteLanguage(): void {
  document.documentElement.lang = localeTag();
}

// At once, and not when somebody calls: words are added while modules are loaded.
void i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: 'zh',
  resources: {},
  initAsync: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
  saveMissing: true,
  // Whoever looks at the browser's console is told which words are lacking; a text of one's own instead is none of these.
  missingKeyHandler: (_languages, area, key, text) => {
    if (text === key) console.error(`no words for ${area}:${key}`);
  },
});
noteLanguage();
