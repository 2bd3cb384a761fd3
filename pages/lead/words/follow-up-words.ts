import type { FollowUp, NoteField } from '../../../contract/pack/follow-up.ts';
import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { StepAction } from '../../../contract/pack/step.ts';
import { word } from './word.ts';

type WorkOrder = NonNullable<FollowUp['workOrder']>;

export const ACTION_WORDS: Readonly<Record<StepAction, Readonly<Record<PackLanguage, string>>>> = {
  listen: word('听', '聆聽', 'Listen'),
  manner: word('注意说话方式', '注意說話方式', 'Mind the manner'),
  note: word('记下来', '記下來', 'Note it down'),
  'ask-name': word('问称呼', '詢問稱呼', 'Ask for the name'),
  hold: word('按保持', '按保留', 'Press hold'),
  mute: word('按静音', '按靜音', 'Press mute'),
  'hold-or-mute': word('按保持或静音', '按保留或靜音', 'Press hold or mute'),
  resume: word('取回通话', '取回通話', 'Take the call back'),
  'look-up': word('查询', '查詢', 'Look it up'),
  verify: word('核对', '核對', 'Verify'),
  transfer: word('转接', '轉接', 'Transfer'),
  'call-supervisor': word('请现场主管', '請現場主管', 'Call the supervisor'),
  'work-order': word('开工单', '開工單', 'Open a work order'),
  'register-number': word('登记号码', '登記號碼', 'Register the number'),
  'send-material': word('发送资料', '寄送資料', 'Send material'),
  'hang-up': word('挂机', '掛斷', 'Hang up'),
  'let-caller-hang-up': word('等顾客先挂机', '等客戶先掛斷', 'Let the caller hang up'),
  'call-back': word('回电', '回電', 'Call back'),
};

export const NOTE_FIELD_WORDS: Readonly<Record<NoteField, Readonly<Record<PackLanguage, string>>>> = {
  'caller-name': word('来电人', '來電人', 'caller’s name'),
  'caller-number': word('来电号码', '來電號碼', 'caller’s number'),
  matter: word('事情', '事情', 'the matter'),
  'requested-remedy': word('诉求', '訴求', 'what is wanted'),
  mood: word('情绪', '情緒', 'mood'),
  'region-or-store': word('地区或门店', '地區或門市', 'region or store'),
  'happened-at': word('发生时间', '發生時間', 'when it happened'),
  'product-or-service': word('产品或服务', '產品或服務', 'product or service'),
  'checked-so-far': word('已核实的情况', '已核實的情況', 'checked so far'),
  'why-not-satisfied': word('不满意的原因', '不滿意的原因', 'why not satisfied'),
  difficulty: word('难度', '難度', 'difficulty'),
  'asked-for': word('要找的人', '要找的人', 'who was asked for'),
  message: word('留言', '留言', 'message'),
  'staff-number': word('被投诉员工工号', '被申訴員工編號', 'number of the staff member'),
  'harassment-kind': word('骚扰类型', '騷擾類型', 'kind of harassment'),
  'answer-given': word('已给的答复', '已給的答覆', 'answer given'),
  satisfaction: word('是否满意', '是否滿意', 'satisfaction'),
};

export const DUE_WORDS: Readonly<Record<WorkOrder['due'], Readonly<Record<PackLanguage, string>>>> = {
  supervisor: word('主管答复时限内', '主管答覆時限內', 'within the supervisor’s promise'),
  simple: word('简单答复时限内', '簡單答覆時限內', 'within the simple promise'),
  complex: word('复杂答复时限内', '複雜答覆時限內', 'within the complex promise'),
  agreed: word('与顾客约定的时间', '與客戶約定的時間', 'at the time agreed with the caller'),
  'next-shift': word('下一班', '下一班', 'in the next shift'),
};
