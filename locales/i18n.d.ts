import type { GeneratedI18nStructure } from '../.wxt/i18n/structure';

/**
 * `#i18n` as the compiler sees it (tsconfig.json). It is WXT's own at run time; its own types
 * compare every call with every message nine times over, which made checking the types take ten
 * times as long.
 */
export type PlainKey = {
  [K in keyof GeneratedI18nStructure]: GeneratedI18nStructure[K] extends {
    namedSubstitutions: readonly string[];
  }
    ? never
    : K;
}[keyof GeneratedI18nStructure];

type Filled = Exclude<keyof GeneratedI18nStructure, PlainKey>;

type ValuesOf<K extends Filled> = {
  readonly [N in GeneratedI18nStructure[K]['namedSubstitutions'][number]]: string | number;
};

export declare const i18n: {
  t(key: PlainKey): string;
  t<K extends Filled>(key: K, values: ValuesOf<K>): string;
};

export type { GeneratedI18nStructure };
