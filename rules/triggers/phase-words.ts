import type { CallPhase } from '../../contract/pack/call-phase.ts';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import { say } from './say.ts';

/** A phase as a lead reads it. */
export function phaseWords(phase: CallPhase, language: PackLanguage): string {
  switch (phase) {
    case 'ringing':
      return say(language, '振铃', '響鈴', 'ringing');
    case 'dialling':
      return say(language, '呼出', '撥出', 'being dialled');
    case 'greeting':
      return say(language, '问候中', '問候中', 'being greeted');
    case 'greeted':
      return say(language, '已问候，顾客未开口', '已問候，客戶未開口', 'greeted, the caller not heard yet');
    case 'talking':
      return say(language, '通话中', '通話中', 'in conversation');
    case 'waiting':
      return say(language, '顾客等候中', '客戶等候中', 'waiting');
    case 'after-goodbye':
      return say(language, '已道别', '已道別', 'past the goodbye');
    case 'wrap-up':
      return say(language, '话后处理', '話後處理', 'in wrap-up');
  }
}
