import type { PanelShows } from '../../helpers/script-story.ts';

/**
 * A script that the agent picks and goes through step by step: no branch, no wait, no line event.
 */
interface PickedSituation {
  readonly id: string;
  /** Section of docs/handbook.md. */
  readonly section: string;
  readonly about: string;
  /** Placeholders that the agent has filled in before. */
  readonly values?: Readonly<Record<string, string>>;
  /** What the panel shows at each step. */
  readonly steps: readonly PanelShows[];
}

export const PICKED_SITUATIONS: readonly PickedSituation[] = [
  {
    id: 'agent-slow',
    section: '§2.25',
    about: 'apology for the wait, and a promise to hurry',
    steps: [{ says: ['对不起', '久等', '马上'], warns: ['我是新来的'], hangUp: 'caller-first' }],
  },
  {
    id: 'ask-forgiveness',
    section: '§2.36',
    about: 'an apology, whatever else',
    steps: [{ says: ['抱歉', '谅解'], warns: ['致歉'], hangUp: 'caller-first' }],
  },
  {
    id: 'attitude-complaint',
    section: '§2.26',
    about: 'apology, details recorded with contact data, passed to the lead or the supervisor',
    steps: [
      { says: ['道歉'], warns: ['那不是我'], hangUp: { steps: 1, seconds: 0, callerFirst: true } },
      { says: ['时候', '工作人员'] },
      { asksTo: 'note', says: ['联系方式'] },
      { says: ['主管'] },
      { asksTo: 'work-order' },
    ],
  },
  {
    id: 'caller-apologises',
    section: '§2.37',
    about: 'it is nothing',
    steps: [{ says: ['没关系'], warns: ['回应'], hangUp: 'caller-first' }],
  },
  {
    id: 'caller-cannot-hear',
    section: '§2.11',
    about: 'apology, a little louder, help offered again',
    steps: [
      { says: ['抱歉'], warns: ['不挂断'], hangUp: 'caller-first' },
      { asksTo: 'manner', says: ['音量'] },
      { says: ['帮您'] },
    ],
  },
  {
    id: 'caller-thanks',
    section: '§2.41',
    about: 'you are welcome, our duty, call again',
    steps: [{ says: ['不客气'], saysNot: ['欢迎'], warns: ['俗语'], hangUp: 'caller-first' }],
  },
  {
    id: 'date-invitation',
    section: '§2.39',
    about: 'thanked and declined',
    steps: [{ says: ['谢谢', '不方便'], warns: ['不斥责', '不直接挂断'], hangUp: 'caller-first' }],
  },
  {
    id: 'dialect-understood',
    section: '§2.10',
    about: 'goes on in Mandarin',
    steps: [
      { asksTo: 'manner', says: ['普通话'], warns: ['方言'], hangUp: 'caller-first' },
      { says: ['明白'] },
    ],
  },
  {
    id: 'distress-call',
    section: '§2.49',
    about: 'not to worry, take it slowly',
    steps: [
      { says: ['别着急', '慢慢说'], warns: ['不催促'], hangUp: 'caller-first' },
      { asksTo: 'listen' },
      { asksTo: 'note', says: ['主管'] },
    ],
  },
  {
    id: 'no-history',
    section: '§2.44',
    about: 'the details are asked for once more',
    steps: [{ says: ['抱歉', '再说'], warns: ['责怪'], hangUp: 'caller-first' }, { asksTo: 'note' }],
  },
  {
    id: 'please-repeat',
    section: '§2.12',
    about: 'apologises and asks for the last words again',
    steps: [{ says: ['对不起', '再说一遍'], saysNot: ['什么'], warns: ['你说什么'], hangUp: 'caller-first' }],
  },
  {
    id: 'suggestion',
    section: '§2.35',
    about: 'thanked and passed on',
    steps: [{ says: ['谢谢', '建议', '转达'], warns: ['道谢'], hangUp: 'caller-first' }, { asksTo: 'note' }],
  },
  {
    id: 'take-message',
    section: '§2.15',
    about: 'name, number and message are taken, and a work order is opened',
    values: { colleague: '张经理' },
    steps: [
      { says: ['抱歉', '张经理', '不在'], warns: ['过会儿再打'], hangUp: 'caller-first' },
      { says: ['姓名', '电话'] },
      { says: ['转达'] },
      { asksTo: 'note' },
      { says: ['转告'] },
      { asksTo: 'work-order' },
    ],
  },
  {
    id: 'take-note',
    section: '§2.14',
    about: 'the caller writes, the agent speaks slowly',
    steps: [
      { says: ['记一下'], warns: ['一口气'], hangUp: 'caller-first' },
      { asksTo: 'manner', says: ['慢'] },
      { says: ['念', '核对'] },
    ],
  },
  {
    id: 'too-fast',
    section: '§2.13',
    about: 'asks to slow down because it is being written down',
    steps: [{ says: ['记录', '慢'], warns: ['不打断'], hangUp: 'caller-first' }],
  },
];
