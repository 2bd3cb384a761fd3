import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { isScreenPopTemplate } from '../../../contract/settings/screen-pop.ts';
import { serverUrls } from '../../../contract/settings/server-urls.ts';
import {
  isAllowedServerUrl,
  isHeaderName,
  isStunServer,
  type Settings,
} from '../../../contract/settings/settings.ts';
import type { FormState } from '../frame/form-state.ts';
import type { ManagedField } from '../frame/options-view.ts';
import { COUNTRIES } from './countries.ts';
import { FormFoot } from './form-foot.tsx';
import { problemOf, type SettingsField, SettingsFields } from './settings-fields.tsx';
import './advanced-form.css';

interface AdvancedFormProps {
  readonly settings: Settings;
  readonly managed: readonly ManagedField[];
  readonly state: FormState;
  readonly onSave: (settings: Partial<Settings>) => void;
}

/** As they are written in the address. */
const SCREEN_POP_NAMES = { number: '{number}', name: '{name}', order: '{order}', agent: '{agent}' };

/** The form: a new setting is a new entry. */
const FIELDS: readonly SettingsField[] = [
  {
    ...{ kind: 'choice', name: 'lockAfterMinutes' },
    label: () => i18n.t('advanced.lockAfter'),
    hint: () => i18n.t('advanced.lockAfterHint'),
    choices: {
      off: () => i18n.t('advanced.lockNever'),
      '5': () => i18n.t('advanced.lockMinutes', { minutes: 5 }),
      '10': () => i18n.t('advanced.lockMinutes', { minutes: 10 }),
      '15': () => i18n.t('advanced.lockMinutes', { minutes: 15 }),
      '30': () => i18n.t('advanced.lockMinutes', { minutes: 30 }),
      '60': () => i18n.t('advanced.lockMinutes', { minutes: 60 }),
    },
  },
  {
    ...{ kind: 'choice', name: 'screenPopAt' },
    label: () => i18n.t('advanced.screenPopAt'),
    hint: () => i18n.t('advanced.screenPopAtHint'),
    choices: {
      off: () => i18n.t('advanced.screenPopOff'),
      ring: () => i18n.t('advanced.screenPopRing'),
      answer: () => i18n.t('advanced.screenPopAnswer'),
    },
  },
  {
    ...{ kind: 'text', name: 'screenPopPage', placeholder: 'https://' },
    label: () => i18n.t('advanced.screenPopPage'),
    hint: () => i18n.t('advanced.screenPopPageHint', SCREEN_POP_NAMES),
    problem: (value) =>
      value.trim() === '' || isScreenPopTemplate(value.trim()) ? null : i18n.t('advanced.screenPopProblem'),
  },
  {
    ...{ kind: 'check', name: 'autoAnswer' },
    label: () => i18n.t('advanced.autoAnswer'),
    hint: () => i18n.t('advanced.autoAnswerHint'),
  },
  {
    ...{ kind: 'check', name: 'trustCallerIdentity' },
    label: () => i18n.t('advanced.trustCaller'),
    hint: () => i18n.t('advanced.trustCallerHint'),
  },
  {
    ...{ kind: 'check', name: 'answerOnRequest' },
    label: () => i18n.t('advanced.answerOnRequest'),
    hint: () => i18n.t('advanced.answerOnRequestHint'),
  },
  {
    ...{ kind: 'choice', name: 'notReadyAnswer' },
    label: () => i18n.t('advanced.notReady'),
    hint: () => i18n.t('advanced.notReadyHint'),
    choices: {
      '480': () => i18n.t('advanced.notReady480'),
      '486': () => i18n.t('advanced.notReady486'),
      '603': () => i18n.t('advanced.notReady603'),
      ring: () => i18n.t('advanced.notReadyRing'),
    },
  },
  {
    ...{ kind: 'text', name: 'sipFallbackServers', placeholder: 'wss://' },
    label: () => i18n.t('advanced.fallback'),
    hint: () => i18n.t('advanced.fallbackHint'),
    problem: (value) =>
      serverUrls(value).every(isAllowedServerUrl) ? null : i18n.t('advanced.fallbackProblem'),
  },
  {
    ...{ kind: 'text', name: 'stunServer', placeholder: 'stun:' },
    label: () => i18n.t('advanced.stun'),
    hint: () => i18n.t('advanced.stunHint'),
    problem: (value) => (isStunServer(value) ? null : i18n.t('advanced.stunProblem')),
  },
  {
    ...{ kind: 'choice', name: 'dtmf' },
    label: () => i18n.t('advanced.tones'),
    choices: {
      rfc4733: () => i18n.t('advanced.tonesInAudio'),
      info: () => i18n.t('advanced.tonesByInfo'),
    },
  },
  {
    ...{ kind: 'choice', name: 'ringback' },
    label: () => i18n.t('advanced.ringback'),
    hint: () => i18n.t('advanced.ringbackHint'),
    choices: {
      auto: () => i18n.t('advanced.ringbackAuto'),
      off: () => i18n.t('advanced.ringbackOff'),
      ...COUNTRIES,
    },
  },
  {
    ...{ kind: 'text', name: 'sipRealm' },
    label: () => i18n.t('advanced.realm'),
    hint: () => i18n.t('advanced.realmHint'),
  },
  {
    ...{ kind: 'text', name: 'queueTimeHeader' },
    label: () => i18n.t('advanced.queueHeader'),
    hint: () => i18n.t('advanced.queueHeaderHint'),
    problem: (value) => (isHeaderName(value) ? null : i18n.t('advanced.queueHeaderProblem')),
  },
  {
    ...{ kind: 'choice', name: 'calledNumberFrom' },
    label: () => i18n.t('advanced.calledFrom'),
    hint: () => i18n.t('advanced.calledFromHint'),
    choices: {
      auto: () => i18n.t('advanced.calledAuto'),
      to: () => i18n.t('advanced.calledTo'),
      'request-uri': () => i18n.t('advanced.calledRequestUri'),
      diversion: () => i18n.t('advanced.calledDiversion'),
      'history-info': () => i18n.t('advanced.calledHistory'),
      header: () => i18n.t('advanced.calledHeader'),
    },
  },
  {
    ...{ kind: 'text', name: 'calledNumberHeader' },
    label: () => i18n.t('advanced.calledHeaderName'),
    hint: () => i18n.t('advanced.calledHeaderHint'),
    problem: (value) => (isHeaderName(value) ? null : i18n.t('advanced.queueHeaderProblem')),
  },
];

/**
 * Settings that most teams never change, folded up. The administrator of the telephone system asks
 * for them.
 */
export function AdvancedForm({ settings, managed, state, onSave }: AdvancedFormProps) {
  const [changed, setChanged] = useState<Partial<Settings>>({});
  const draft = { ...settings, ...changed };
  const bad = FIELDS.some((field) => problemOf(field, draft) !== null);
  return (
    <details class="advanced-form">
      <summary>{i18n.t('advanced.title')}</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!bad) onSave(changed);
        }}
      >
        <SettingsFields
          fields={FIELDS}
          {...{ draft, managed }}
          onChange={(patch) => setChanged({ ...changed, ...patch })}
        />
        <FormFoot state={state} word={i18n.t('common.save')} disabled={bad} />
      </form>
    </details>
  );
}
