import { i18n } from '#i18n';
import type { HarassmentEnding } from '../../../contract/pack/harassment-ending.ts';
import type { HarassmentKind } from '../../../contract/team/harassment-kind.ts';

const KINDS = {
  indecent: () => i18n.t('harassment.indecent'),
  abusive: () => i18n.t('harassment.abusive'),
  silent: () => i18n.t('harassment.silent'),
  prank: () => i18n.t('harassment.prank'),
  threat: () => i18n.t('harassment.threat'),
  other: () => i18n.t('harassment.other'),
} as const satisfies Record<HarassmentKind, () => string>;

const ENDINGS = {
  stopped: () => i18n.t('harassment.stopped'),
  'to-supervisor': () => i18n.t('harassment.toSupervisor'),
  'to-queue': () => i18n.t('harassment.toQueue'),
  'closed-formally': () => i18n.t('harassment.closedFormally'),
  other: () => i18n.t('harassment.otherEnding'),
} as const satisfies Record<HarassmentEnding, () => string>;

export function kindWord(kind: HarassmentKind): string {
  return KINDS[kind]();
}

export function endingWord(ending: HarassmentEnding): string {
  return ENDINGS[ending]();
}
