import type { TrainingCaller } from './training-caller.ts';

/** Where a caller has no answer of their own, and the first one does not fit. */
const ANSWERS = { 'anything-else/more': 'no' };

const EVERYDAY = {
  ...{ level: 1, knownAs: [], known: null, line: 'clear', more: [], answers: ANSWERS, hangsUp: true },
} as const satisfies Partial<TrainingCaller>;

/** Every caller, the easy ones first. */
export const TRAINING_CALLERS: readonly TrainingCaller[] = [
  {
    ...EVERYDAY,
    id: 'query',
    number: '+8613900000101',
    name: { surname: '王', title: 'ms' },
    opening: {
      'zh-CN': '你好，我想问一下，我买的冰箱什么时候能送到？',
      'zh-TW': '你好，我想請問，我買的冰箱什麼時候會送到？',
      en: 'Hello, I would like to know when my refrigerator will be delivered.',
    },
    more: [
      {
        'zh-CN': '好的，我知道了。',
        'zh-TW': '好的，我知道了。',
        en: 'All right, I see.',
      },
    ],
    needs: ['ask-name', 'check-understood', 'goodbye'],
    category: 'query',
  },
  {
    ...EVERYDAY,
    id: 'look-up',
    number: '+8613900000102',
    name: { surname: '李', title: 'mr' },
    opening: {
      'zh-CN': '麻烦帮我查一下维修单，师傅昨天没来。',
      'zh-TW': '麻煩幫我查一下維修單，師傅昨天沒來。',
      en: 'Please check my repair order. The technician did not come yesterday.',
    },
    answers: { ...ANSWERS, 'please-wait/consent': 'agrees' },
    needs: ['ask-name', 'please-wait', 'anything-else', 'goodbye'],
    category: 'business',
  },
  {
    ...EVERYDAY,
    id: 'wrong-number',
    number: '+8613900000103',
    name: null,
    opening: {
      'zh-CN': '喂，是宏达饭店吗？我要订位子。',
      'zh-TW': '喂，是宏達飯店嗎？我要訂位。',
      en: 'Hello, is that the Hongda restaurant? I want to reserve a table.',
    },
    needs: ['wrong-number'],
    category: 'query',
  },
  {
    ...EVERYDAY,
    ...{ id: 'silent', level: 2, number: '+8613900000201', name: null, line: 'silent', opening: null },
    ...{ needs: ['silent-caller'], category: null, hangsUp: false },
  },
  {
    ...EVERYDAY,
    ...{ id: 'noisy', level: 2, number: '+8613900000202', name: null, line: 'noisy' },
    opening: {
      'zh-CN': '（杂音）……喂……我在工地上……听得到吗……',
      'zh-TW': '（雜音）……喂……我在工地……聽得到嗎……',
      en: '(noise) … hello … I am at a building site … can you …',
    },
    ...{ needs: ['noisy-line'], category: null, hangsUp: false },
  },
  {
    ...EVERYDAY,
    ...{
      id: 'faint',
      level: 2,
      number: '+8613900000203',
      name: { surname: '赵', title: 'ms' },
      line: 'faint',
    },
    opening: {
      'zh-CN': '（声音很小）你好……我想问问……保修……',
      'zh-TW': '（聲音很小）你好……我想問問……保固……',
      en: '(very faint) Hello … I wanted to ask … the guarantee …',
    },
    answers: { ...ANSWERS, 'quiet-caller/clear': 'yes' },
    needs: ['quiet-caller', 'goodbye'],
    category: 'query',
  },
  {
    ...EVERYDAY,
    ...{ id: 'dialect', level: 2, number: '+8613900000204', name: { surname: '陈', title: 'ms' } },
    opening: {
      'zh-CN': '（方言）侬好，阿拉屋里厢格空调勿制冷哉，哪能办啦？',
      'zh-TW': '（台語）恁好，阮兜的冷氣袂冷，欲按怎處理？',
      en: '(in dialect) How do, t’ cooler in our house has gone and packed up, what’s to be done?',
    },
    answers: { ...ANSWERS, 'dialect-unclear/understood': 'no', 'dialect-unclear/helper': 'yes' },
    needs: ['dialect-unclear', 'goodbye'],
    category: 'query',
  },
  {
    ...EVERYDAY,
    ...{ id: 'complaint', level: 2, number: '+8613900000205', name: { surname: '周', title: 'mr' } },
    opening: {
      'zh-CN': '我要投诉！洗衣机修过两次了，还是漏水，地板都泡坏了！',
      'zh-TW': '我要客訴！洗衣機修過兩次了，還是漏水，地板都泡壞了！',
      en: 'I want to complain! The washing machine was repaired twice and still leaks over my floor!',
    },
    more: [
      {
        'zh-CN': '对，就是这个问题，你们得给我一个说法。',
        'zh-TW': '對，就是這個問題，你們要給我一個說法。',
        en: 'Yes, that is it, and I want an answer.',
      },
    ],
    answers: { ...ANSWERS, 'complaint-intake/way': 'later', 'cannot-answer-complaint/kind': 'complex' },
    needs: ['complaint-intake', 'cannot-answer-complaint', 'goodbye'],
    category: 'complaint',
  },
  {
    ...EVERYDAY,
    ...{ id: 'call-back', level: 2, number: '+8613900000206', name: { surname: '吴', title: 'ms' } },
    opening: {
      'zh-CN': '我想问一下，旧机器的发票丢了还能保修吗？',
      'zh-TW': '我想請問，舊機器的發票遺失了還能保固嗎？',
      en: 'May I ask whether the guarantee holds if the invoice is lost?',
    },
    needs: ['cannot-answer-query', 'goodbye'],
    category: 'query',
  },
  {
    ...EVERYDAY,
    ...{ id: 'repeat', level: 3, number: '+8613900000301' },
    ...{ knownAs: ['called-before', 'open-complaint'], known: { surname: '孙', title: 'mr' } },
    name: { surname: '孙', title: 'mr' },
    opening: {
      'zh-CN': '我前天就投诉过了，怎么到现在还没人联系我？',
      'zh-TW': '我前天就客訴過了，怎麼到現在還沒人聯絡我？',
      en: 'I complained the day before yesterday. Why has nobody called me yet?',
    },
    answers: { ...ANSWERS, 'chase-up/accepted': 'yes' },
    needs: ['chase-up', 'goodbye'],
    category: null,
  },
  {
    ...EVERYDAY,
    ...{ id: 'abusive', level: 3, number: '+8613900000302', name: { surname: '郑', title: 'mr' } },
    opening: {
      'zh-CN': '你们什么破公司！打了半天才打通，都是骗子！',
      'zh-TW': '你們什麼爛公司！打半天才打通，都是騙子！',
      en: 'What a rotten company! Nobody picks up, you are all crooks!',
    },
    more: [
      {
        'zh-CN': '……行吧，我姓郑，电视买了一个星期就黑屏，你说怎么办。',
        'zh-TW': '……好吧，我姓鄭，電視買了一個星期就黑畫面，你說怎麼辦。',
        en: '… All right then, the name is Zheng. The television went black after a week. What now?',
      },
    ],
    answers: {
      ...ANSWERS,
      'abuse/calmer': 'yes',
      'complaint-intake/way': 'later',
      'cannot-answer-complaint/kind': 'simple',
    },
    needs: ['abuse', 'complaint-intake', 'cannot-answer-complaint', 'goodbye'],
    category: 'complaint',
  },
  {
    ...EVERYDAY,
    ...{ id: 'harasser', level: 3, number: '+8613900000303', name: null, knownAs: ['harassment'] },
    opening: {
      'zh-CN': '嘿嘿，小姐，陪我聊聊天嘛，别挂呀。',
      'zh-TW': '嘿嘿，小姐，陪我聊聊天嘛，不要掛啦。',
      en: 'Hey there, come on, have a chat with me, do not hang up.',
    },
    answers: { ...ANSWERS, 'harassment/goes-on': 'close' },
    ...{ needs: ['harassment'], category: null, hangsUp: false },
  },
  {
    ...EVERYDAY,
    ...{ id: 'stays-on', level: 3, number: '+8613900000304', name: { surname: '冯', title: 'ms' } },
    opening: {
      'zh-CN': '请问你们周末营业吗？',
      'zh-TW': '請問你們週末有營業嗎？',
      en: 'Are you open at the weekend?',
    },
    answers: { ...ANSWERS, 'caller-stays-on/answer': 'silent' },
    ...{ needs: ['goodbye', 'caller-stays-on'], category: 'query', hangsUp: false },
  },
];
