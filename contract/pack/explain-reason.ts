import type { LocalizedText } from './localized-text.ts';
import type { PackReason, ReferenceTo, TextForm } from './pack-problem.ts';
import type { Unit } from './range.ts';

const say = (cn: string, tw: string, en: string): LocalizedText => ({ 'zh-CN': cn, 'zh-TW': tw, en });

const UNITS: Record<Unit, LocalizedText> = {
  s: say('秒', '秒', 's'),
  min: say('分钟', '分鐘', 'min'),
  h: say('小时', '小時', 'h'),
  d: say('天', '天', 'days'),
  rings: say('声', '聲', 'rings'),
  keys: say('个', '個', 'keys'),
  people: say('位', '位', 'people'),
  dB: say('分贝', '分貝', 'dB'),
  '%': say('%', '%', '%'),
};

const WHAT = {
  text: say('文字', '文字', 'text'),
  'yes-or-no': say('true 或 false', 'true 或 false', 'true or false'),
  list: say('列表', '清單', 'a list'),
  group: say('一组字段', '一組欄位', 'a group of fields'),
};

const FORMS: Record<TextForm, LocalizedText> = {
  id: say('小写字母、数字和短横线', '小寫字母、數字和連字號', 'small letters, digits and hyphens'),
  version: say('形如 1.2.3 的版本号', '如 1.2.3 的版本號', 'a version such as 1.2.3'),
  'clock-time': say('形如 08:30 的时刻', '如 08:30 的時刻', 'a time such as 08:30'),
  day: say('形如 2026-10-01 的日期', '如 2026-10-01 的日期', 'a day such as 2026-10-01'),
  'yearly-day': say('形如 10-01 的日期', '如 10-01 的日期', 'a day such as 10-01'),
  'phone-number': say('电话号码', '電話號碼', 'a telephone number'),
  handbook: say('形如 §2.5 的手册节号', '如 §2.5 的手冊節號', 'a handbook section such as §2.5'),
};

const REFERENCES: Record<ReferenceTo, LocalizedText> = {
  step: say('步骤', '步驟', 'step'),
  situation: say('场景', '情境', 'situation'),
  technique: say('技巧卡', '技巧卡', 'technique card'),
  directory: say('通讯录条目', '通訊錄項目', 'directory entry'),
  festival: say('节日', '節日', 'festival'),
  placeholder: say('占位符', '佔位符', 'placeholder'),
  break: say('小休', '小休', 'break'),
  owner: say('负责人', '負責人', 'owner'),
  'work-order-kind': say('工单种类', '工單種類', 'kind of work order'),
  stage: say('阶段', '階段', 'stage'),
  deadline: say('时限', '時限', 'deadline'),
};

/** Why, as the end of a sentence whose subject is the field or the place. */
export function explainReason(reason: PackReason): LocalizedText {
  switch (reason.kind) {
    case 'range': {
      const { min, max, unit, got } = reason;
      const { 'zh-CN': cn, 'zh-TW': tw, en } = UNITS[unit];
      const limits = `${min}–${max}`;
      return say(
        `须为 ${limits} ${cn}，现为 ${got}`,
        `須為 ${limits} ${tw}，目前為 ${got}`,
        `must be ${limits} ${en}, got ${got}`,
      );
    }
    case 'missing':
      return say('缺失', '缺少', 'is missing');
    case 'unknown-key':
      return say('不是已知的字段', '不是已知的欄位', 'is not a known field');
    case 'not-one-of': {
      const options = reason.options.join(' | ');
      return say(
        `须为 ${options} 之一，现为 ${reason.got}`,
        `須為 ${options} 之一，目前為 ${reason.got}`,
        `must be one of ${options}, got ${reason.got}`,
      );
    }
    case 'not-a':
      return shouldBe(WHAT[reason.what], reason.got);
    case 'form':
      return shouldBe(FORMS[reason.form], reason.got);
    case 'too-few':
      if (reason.min === 1) return say('不能为空', '不能是空的', 'must not be empty');
      return say(
        `至少要有 ${reason.min} 项，现为 ${reason.got}`,
        `至少要有 ${reason.min} 項，目前為 ${reason.got}`,
        `must have at least ${reason.min} entries, got ${reason.got}`,
      );
    case 'too-many':
      return say(
        `最多 ${reason.max} 项（字）,现为 ${reason.got}`,
        `最多 ${reason.max} 項（字）,目前為 ${reason.got}`,
        `must have at most ${reason.max}, got ${reason.got}`,
      );
    case 'unknown-reference': {
      const { 'zh-CN': cn, 'zh-TW': tw, en } = REFERENCES[reason.to];
      return say(
        `所指的${cn} ${reason.id} 不存在`,
        `所指的${tw} ${reason.id} 不存在`,
        `names an unknown ${en}: ${reason.id}`,
      );
    }
    case 'duplicate-id':
      return say(`${reason.id} 重复出现`, `${reason.id} 重複出現`, `${reason.id} stands twice`);
    case 'unreachable':
      return say('永远走不到', '永遠走不到', 'can never be reached');
    case 'no-clock':
      return say('没有时限', '沒有時限', 'has no clock');
    case 'ends-before-start':
      return say('最后一天早于第一天', '最後一天早於第一天', 'ends before it begins');
    case 'endless':
      return say('会无休止地循环', '會無止盡地循環', 'runs in an endless circle');
    case 'needs-part': {
      const name = `{${reason.placeholder}}`;
      return say(
        `${name} 可能没有值，须放在 […] 内`,
        `${name} 可能沒有值，須放在 […] 內`,
        `${name} may be missing and must stand inside […]`,
      );
    }
    case 'bad-part':
      return say(
        '括号不成对、有嵌套，或 […] 内没有占位符',
        '括號不成對、有巢狀，或 […] 內沒有佔位符',
        'has brackets that do not match, nest or hold no placeholder',
      );
    case 'forbidden-phrase':
      return say(
        `含有禁语“${reason.phrase}”`,
        `含有禁語「${reason.phrase}」`,
        `holds the forbidden phrase ${reason.phrase}`,
      );
    case 'hang-up-forbidden':
      return say(
        '此场景须由顾客先挂机，不能有挂机步骤',
        '此情境須由顧客先掛斷，不能有掛斷步驟',
        'hangs up, but here the caller hangs up first',
      );
    case 'hang-up-unguarded':
      return say(
        '允许挂机，须有挂机步骤且其前有必须的步骤或等待',
        '允許掛斷，須有掛斷步驟且其前有必要的步驟或等待',
        'allows hanging up, so there must be a hang-up step with a mandatory step or wait before it',
      );
  }
}

function shouldBe(what: LocalizedText, got: string): LocalizedText {
  return say(
    `须为${what['zh-CN']}，现为 ${got}`,
    `須為${what['zh-TW']}，目前為 ${got}`,
    `must be ${what.en}, got ${got}`,
  );
}
