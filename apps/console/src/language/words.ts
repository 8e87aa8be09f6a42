import i18next from 'i18next';
import './language';

/** The words of one area in one language: flat or nested, all of them texts. */
export interface WordTree {
  readonly [key: string]: string | WordTree;
}

/** The same keys with other texts. */
export type SameKeys<Words extends WordTree> = {
  readonly [Key in keyof Words]: Words[Key] extends WordTree ? SameKeys<Words[Key]> : string;
};

/**
 * Gives an area its words. They come with the code of its pages, so that nobody loads the words of pages that are not
 * looked at; that neither language lacks a word is a matter of types.
 */
export function addWords<Words extends WordTree>(area: string, zh: Words, en: SameKeys<Words>): void {
  i18next.addResourceBundle('zh', area, zh, true, true);
  i18next.addResourceBundle('en', area, en, true, true);
}
