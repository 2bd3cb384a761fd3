import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';

const IN_LANGUAGE = {
  'zh-CN': () => import('../../scripts/pack.yaml?language=zh-CN'),
  'zh-TW': () => import('../../scripts/pack.yaml?language=zh-TW'),
  en: () => import('../../scripts/pack.yaml?language=en'),
} as const satisfies Readonly<Record<PackLanguage, () => Promise<{ readonly pack: Pack }>>>;

/** The pack of the build in the language of this page. */
export async function shippedPack(language: PackLanguage): Promise<Pack> {
  return (await IN_LANGUAGE[language]()).pack;
}
