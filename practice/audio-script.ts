/** Words per minute, and espeak-ng's pitch of 0–99. */
export interface Sentence {
  readonly name: string;
  readonly text: string;
  readonly voice: string;
  readonly speed: number;
  readonly pitch: number;
}

type Talker = Omit<Sentence, 'name'>;

export type Noise =
  | {
      readonly kind: 'synth';
      readonly name: string;
      readonly synth: readonly string[];
      readonly peakDb: number;
    }
  | {
      readonly kind: 'babble';
      readonly name: string;
      readonly talkers: readonly Talker[];
      readonly peakDb: number;
    };

const woman = { voice: 'cmn+f2', speed: 150, pitch: 55 };
const man = { voice: 'cmn+m3', speed: 165, pitch: 35 };

/** What the callers say; one file in practice/audio per sentence. */
export const SENTENCES: readonly Sentence[] = [
  { ...woman, name: 'delivery-question', text: '你好，我想问一下，我上周订的洗衣机，什么时候能送到？' },
  { ...woman, name: 'thanks-goodbye', text: '好的，我知道了，谢谢你，再见。' },
  { ...woman, name: 'can-you-hear', text: '喂，你好，听得到我说话吗？' },
  { ...woman, name: 'searching-for-number', text: '嗯，请等一下，我找一找单号。' },
  { ...woman, name: 'order-number', text: '找到了，单号是，一二三，四五六。' },
  { ...man, name: 'abuse', text: '等了半个月，没有一个人来，你们真是一群废物，到底会不会办事？' },
  { ...man, name: 'abuse-goes-on', text: '少跟我说这些，你是不是傻，叫你们领导来听。' },
  { ...man, name: 'callee-greeting', text: '你好，我是值班主管，请讲。' },
];

/** Background noises. */
export const NOISES: readonly Noise[] = [
  { kind: 'synth', name: 'pink-noise', synth: ['synth', '3', 'pinknoise', 'sinc', '300-3400'], peakDb: -9 },
  {
    kind: 'synth',
    name: 'mains-hum',
    // 50 Hz and its harmonics, as far as a telephone transmits them.
    synth: ['synth', '1', 'square', '50', 'sinc', '90-1000'],
    peakDb: -12,
  },
  {
    kind: 'synth',
    name: 'traffic',
    // A continuous rumble that swells as cars go by.
    synth: ['synth', '6', 'brownnoise', 'tremolo', '0.5', '60', 'sinc', '300-3400'],
    peakDb: -9,
  },
  {
    kind: 'babble',
    name: 'babble',
    talkers: [
      { ...woman, speed: 170, text: '今天的菜很新鲜，西红柿三块五一斤，黄瓜两块，要不要称一点，便宜给你。' },
      { ...man, speed: 180, text: '下一站，人民广场，请从左边车门下车，换乘二号线的乘客请注意安全。' },
      {
        ...man,
        speed: 150,
        pitch: 60,
        text: '我跟你说，昨天那场球真好看，最后一分钟才进的球，大家都站起来了。',
      },
      { ...woman, speed: 200, pitch: 75, text: '妈妈，我想吃冰淇淋，好不好嘛，就吃一个，我保证回去写作业。' },
    ],
    peakDb: -9,
  },
];
