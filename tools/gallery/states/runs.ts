import type { Situation } from '../../../contract/pack/situation.ts';
import type { Step } from '../../../contract/pack/step.ts';
import type { RunView } from '../../../rules/call/rules-view.ts';

const same = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });

const say = (id: string, text: string): Step => ({
  kind: 'say',
  id,
  mandatory: false,
  text: same(text),
  variants: [],
});

export function run(title: string, text: string, more: Partial<RunView> = {}): RunView {
  const step = more.step ?? say('now', text);
  const situation: Situation = {
    id: 'gallery',
    title: same(title),
    group: 'opening',
    tags: [],
    handbook: '§2',
    triggers: [{ kind: 'picked' }],
    steps: [step],
    hangUp: 'caller-first',
    prohibitions: [],
    techniques: [],
  };
  return {
    call: 'call-1',
    situation,
    title,
    by: 'event',
    step,
    stepNumber: 1,
    stepCount: 1,
    text,
    wait: null,
    options: [],
    nextText: null,
    prohibitions: [],
    techniques: [],
    canGoBack: false,
    canGoOn: true,
    canSkip: false,
    ...more,
  };
}

export const GREETING = run('标准问候', '您好，安心家电服务热线，工号 0283，请问有什么可以帮您？', {
  stepCount: 2,
  nextText: '听顾客说，边听边记',
  prohibitions: ['不只说“喂”，不催问'],
});

export const SILENT = run('无声电话', '您好，请问有什么可以帮您？', {
  stepNumber: 2,
  stepCount: 5,
  wait: {
    state: 'running',
    totalMs: 5000,
    leftMs: 3000,
    endsAt: 0,
    mandatory: true,
    endedBy: ['speech', 'answer'],
  },
  nextText: '电话已经接通，只是听不到您的声音，请换一部电话再打来',
  prohibitions: ['不以挂机相威胁', '等满最后 5 秒，才能挂'],
  canGoBack: true,
  canGoOn: false,
  canSkip: true,
});

export const LONG = run(
  '投诉无法当场答复',
  '王女士，您反映的情况我都记下来了，这件事要请售后部门核实，我们最晚明天下午两点前给您回电话，您看打这个号码方便吗？',
  {
    stepNumber: 3,
    stepCount: 4,
    wait: { state: 'to-come', totalMs: 5000, mandatory: false },
    nextText: '登记工单，写清答应的时间',
    prohibitions: ['不说“过几天再打来”', '不答应权限以外的事'],
    canGoBack: true,
    techniques: [
      {
        id: 'when-question',
        title: '问时间',
        when: '顾客越说越急时',
        how: '问一个关于时间的问题，请顾客回想，语速会自然慢下来。',
        sayings: ['请问是哪一天开始不制冷的？'],
        never: '不追问责任',
      },
      {
        id: 'key-phrase',
        title: '重复一句话',
        when: '顾客反复说同一件事时',
        how: '用同样的短句平静地回应。',
        sayings: [],
        never: null,
      },
    ],
  },
);

export const BRANCH = run('方言听不懂', '顾客改说普通话了吗？', {
  stepNumber: 2,
  stepCount: 3,
  step: { kind: 'branch', id: 'ask', text: same('顾客改说普通话了吗？'), options: [] },
  options: [
    { id: 'yes', label: '改说普通话了' },
    { id: 'other', label: '旁边有人会说' },
    { id: 'no', label: '还是听不懂' },
  ],
  prohibitions: ['不直接挂断', '不模仿、不取笑口音'],
  canGoBack: true,
  canGoOn: false,
});

export const DO = run('请客户稍候', '等顾客同意后，再按保持', {
  stepNumber: 2,
  stepCount: 3,
  step: { kind: 'do', id: 'hold', mandatory: true, action: 'hold', text: same('等顾客同意后，再按保持') },
  nextText: '谢谢您的等候，让您久等了',
  prohibitions: ['不问就让顾客等'],
  canGoBack: true,
  canSkip: true,
});
