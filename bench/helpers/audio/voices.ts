import { spawnSync } from 'node:child_process';
import { RATE, soxRead } from './run-sox.ts';

/**
 * `tune` is for choosing constants, `report` only for measuring. They share no voice, language
 * variant or noise.
 */
export type Split = 'tune' | 'report';

interface Voice {
  readonly espeak: string;
  readonly language: keyof typeof SENTENCES;
}

const SENTENCES = {
  cmn: [
    '喂,您好,我想查一下上个月的账单。',
    '我前天订的洗衣机到现在还没有送来。',
    '好的,没有问题,麻烦您了。',
    '你们的人说上午来安装,可是等到下午也没有人来。',
    '那什么时候可以给我答复呢?',
    '这个型号还有货吗?多少钱?',
    '对,就是这个号码。',
    '谢谢,再见。',
  ],
  en: [
    'Hello, I am calling about the bill for last month.',
    'The washing machine that I ordered has not come yet.',
    'All right. Thank you very much.',
    'When can you give me an answer?',
  ],
  de: [
    'Guten Tag, ich rufe wegen der letzten Rechnung an.',
    'Die Waschmaschine ist immer noch nicht da.',
    'Ja, das passt.',
  ],
  ru: ['Здравствуйте, я звоню по поводу счёта.', 'Стиральную машину так и не привезли.', 'Хорошо, спасибо.'],
  vi: ['Xin chào, tôi muốn hỏi về hóa đơn tháng trước.', 'Khi nào thì có câu trả lời?', 'Vâng, cảm ơn chị.'],
  yue: ['你好,我想查下上個月嘅單。', '部洗衣機到而家仲未送到。', '好呀,唔該晒。'],
  ja: [
    'もしもし、せんげつのせいきゅうしょについておききしたいのですが。',
    'せんたくきがまだとどいていません。',
    'はい、わかりました。',
  ],
  ko: [
    '안녕하세요, 지난달 요금에 대해 문의하고 싶습니다.',
    '세탁기가 아직 오지 않았습니다.',
    '네, 알겠습니다.',
  ],
  es: [
    'Buenos días, llamo por la factura del mes pasado.',
    'La lavadora todavía no ha llegado.',
    'Muy bien, gracias.',
  ],
  fr: [
    'Bonjour, je vous appelle pour la dernière facture.',
    'La machine n’est toujours pas arrivée.',
    'D’accord, merci.',
  ],
} as const;

export const VOICES: Readonly<Record<Split, readonly Voice[]>> = {
  tune: [
    { espeak: 'cmn+f2', language: 'cmn' },
    { espeak: 'cmn+m3', language: 'cmn' },
    { espeak: 'cmn+anika', language: 'cmn' },
    { espeak: 'en-us+m1', language: 'en' },
    { espeak: 'de+f4', language: 'de' },
    { espeak: 'ru+klatt2', language: 'ru' },
    { espeak: 'vi+f1', language: 'vi' },
  ],
  report: [
    { espeak: 'cmn+f5', language: 'cmn' },
    { espeak: 'cmn+m7', language: 'cmn' },
    { espeak: 'cmn+linda', language: 'cmn' },
    { espeak: 'cmn+Jacky', language: 'cmn' },
    { espeak: 'yue+f3', language: 'yue' },
    { espeak: 'ja+m4', language: 'ja' },
    { espeak: 'ko+Annie', language: 'ko' },
    { espeak: 'es+m5', language: 'es' },
    { espeak: 'fr-fr+steph', language: 'fr' },
  ],
};

const spoken = new Map<string, Float32Array>();

/** One sentence of a voice, loudness as espeak-ng gives it. */
export function speak(voice: Voice, sentence: number): Float32Array {
  const texts: readonly string[] = SENTENCES[voice.language];
  const text = texts[sentence % texts.length] ?? '';
  const key = `${voice.espeak} ${text}`;
  const before = spoken.get(key);
  if (before !== undefined) return before;
  const speed = 140 + ((sentence * 37) % 60);
  const { stdout, status, error } = spawnSync(
    'espeak-ng',
    ['-v', voice.espeak, '-s', String(speed), '--stdout', text],
    { maxBuffer: 2 ** 26 },
  );
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`espeak-ng has no voice ${voice.espeak}.`);
  const sound = soxRead('-', patchLength(stdout));
  if (sound.length < RATE / 4) throw new Error(`espeak-ng said nothing as ${voice.espeak}.`);
  spoken.set(key, sound);
  return sound;
}

/** espeak-ng writes its header before it knows the length. */
function patchLength(wav: Buffer): Buffer {
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.writeUInt32LE(wav.length - 44, 40);
  return wav;
}
