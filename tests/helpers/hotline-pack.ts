import type { Hotline } from '../../contract/pack/hotline.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { loadPack } from '../../tools/compile-pack.ts';

const said = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });

export const SALES: Hotline = {
  id: 'sales',
  name: said('购机热线'),
  numbers: ['400 100 2000', '+86 21 6000*', 'sales'],
  greeting: {
    text: said('您好，购机热线[，工号{agentNumber}]，请问想了解哪款产品？'),
    variants: [
      {
        when: [{ kind: 'name-known' }],
        text: said('[{surname}{title}，]您好，购机热线，请问想了解哪款产品？'),
      },
    ],
  },
  first: ['take-message'],
  never: ['slow-answer-complaint'],
};

export const SERVICE: Hotline = {
  id: 'service',
  name: said('售后热线'),
  numbers: ['4001003000', '+86 21 60001*'],
  first: [],
  never: [],
};

/** The shipped pack with two hotlines: one with a greeting of its own. */
export function hotlinePack(hotlines: Hotline[] = [SALES, SERVICE]): Pack {
  return { ...loadPack(), hotlines };
}
