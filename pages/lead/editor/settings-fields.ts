import type { EditorFields } from '../../../contract/pack/editor-field.ts';
import type { PackSettings } from '../../../contract/pack/pack-settings.ts';
import { CLOCK_SPAN } from './clock-span-fields.ts';

export const SETTINGS_FIELDS: EditorFields<PackSettings> = {
  hotline: { kind: 'localized', label: 'lead.settings.hotline', part: 'lead.settings.answering' },
  timeZone: { kind: 'text', label: 'lead.settings.timeZone' },
  ringLimit: { kind: 'number', label: 'lead.settings.ringLimit', unit: 'lead.unit.rings' },
  cadence: {
    kind: 'choice',
    label: 'lead.settings.cadence',
    choices: {
      CN: 'lead.cadenceOf.cn',
      TW: 'lead.cadenceOf.tw',
      HK: 'lead.cadenceOf.hk',
      US: 'lead.cadenceOf.us',
      UK: 'lead.cadenceOf.uk',
      JP: 'lead.cadenceOf.jp',
      FR: 'lead.cadenceOf.fr',
      DE: 'lead.cadenceOf.de',
    },
  },
  answersAlsoIn: {
    kind: 'list',
    part: 'lead.settings.otherLanguages',
    why: 'lead.settings.otherLanguagesWhy',
    nth: 'lead.settings.nthLanguages',
    add: [{ words: 'lead.settings.addLanguages', blank: { speech: 'zh-TW', languages: ['台語', '客語'] } }],
    item: {
      kind: 'group',
      fields: {
        speech: { kind: 'text', label: 'lead.settings.speech' },
        languages: { kind: 'words', label: 'lead.settings.otherLanguageNames' },
      },
    },
  },
  thresholds: {
    kind: 'group',
    part: 'lead.settings.thresholds',
    why: 'lead.settings.thresholdsWhy',
    fields: {
      silenceSeconds: { kind: 'number', label: 'lead.settings.silenceSeconds', unit: 'lead.unit.seconds' },
      noiseSeconds: { kind: 'number', label: 'lead.settings.noiseSeconds', unit: 'lead.unit.seconds' },
      quietSeconds: { kind: 'number', label: 'lead.settings.quietSeconds', unit: 'lead.unit.seconds' },
      longHoldSeconds: { kind: 'number', label: 'lead.settings.longHoldSeconds', unit: 'lead.unit.seconds' },
      longHoldRepeatSeconds: {
        kind: 'number',
        label: 'lead.settings.longHoldRepeatSeconds',
        unit: 'lead.unit.seconds',
      },
      staysOnSeconds: { kind: 'number', label: 'lead.settings.staysOnSeconds', unit: 'lead.unit.seconds' },
      // How a line is analysed: set once for a building's telephones, if ever.
      deadAirSeconds: {
        kind: 'number',
        label: 'lead.settings.deadAirSeconds',
        unit: 'lead.unit.seconds',
        fold: 'lead.settings.line',
      },
      noPacketsSeconds: {
        kind: 'number',
        label: 'lead.settings.noPacketsSeconds',
        unit: 'lead.unit.seconds',
      },
      faintDbfs: { kind: 'number', label: 'lead.settings.faintDbfs', unit: 'lead.unit.level' },
      noisyDbfs: { kind: 'number', label: 'lead.settings.noisyDbfs', unit: 'lead.unit.level' },
      noisySnrDb: { kind: 'number', label: 'lead.settings.noisySnrDb', unit: 'lead.unit.decibels' },
      lossPercent: { kind: 'number', label: 'lead.settings.lossPercent', unit: 'lead.unit.percent' },
    },
  },
  answerPromises: {
    kind: 'group',
    part: 'lead.settings.promises',
    why: 'lead.settings.promisesWhy',
    fields: {
      supervisorMinutes: {
        kind: 'number',
        label: 'lead.settings.supervisorMinutes',
        unit: 'lead.unit.minutes',
      },
      simpleHours: { kind: 'number', label: 'lead.settings.simpleHours', unit: 'lead.unit.hours' },
      complexHours: { kind: 'number', label: 'lead.settings.complexHours', unit: 'lead.unit.hours' },
    },
  },
  callBackWithinDays: { kind: 'number', label: 'lead.settings.callBackWithinDays', unit: 'lead.unit.days' },
  callBackQuietHours: {
    kind: 'list',
    part: 'lead.settings.rest',
    why: 'lead.settings.restWhy',
    nth: 'lead.nthSpan',
    add: [{ words: 'lead.addSpan', blank: { from: '12:00', to: '14:00' } }],
    item: { kind: 'group', fields: CLOCK_SPAN },
  },
};
