import type { PlainKey, Words } from '../words.ts';
import type { Weekday } from './directory.ts';
import type { PackReason, ReferenceTo, TextForm } from './pack-problem.ts';
import type { Unit } from './range.ts';

const UNITS: Readonly<Record<Unit, PlainKey>> = {
  s: 'packProblem.unit.s',
  min: 'packProblem.unit.min',
  h: 'packProblem.unit.h',
  d: 'packProblem.unit.d',
  rings: 'packProblem.unit.rings',
  keys: 'packProblem.unit.keys',
  people: 'packProblem.unit.people',
  dB: 'packProblem.unit.dB',
  '%': 'packProblem.unit.percent',
};

const WHAT: Readonly<Record<Extract<PackReason, { kind: 'not-a' }>['what'], PlainKey>> = {
  text: 'packProblem.what.text',
  'yes-or-no': 'packProblem.what.yesOrNo',
  list: 'packProblem.what.list',
  group: 'packProblem.what.group',
};

const FORMS: Readonly<Record<TextForm, PlainKey>> = {
  id: 'packProblem.form.id',
  version: 'packProblem.form.version',
  'clock-time': 'packProblem.form.clockTime',
  'start-time': 'packProblem.form.startTime',
  'time-zone': 'packProblem.form.timeZone',
  day: 'packProblem.form.day',
  'yearly-day': 'packProblem.form.yearlyDay',
  'phone-number': 'packProblem.form.phoneNumber',
  'called-number': 'packProblem.form.calledNumber',
  path: 'packProblem.form.path',
  'global-name': 'packProblem.form.globalName',
  handbook: 'packProblem.form.handbook',
  language: 'packProblem.form.language',
  characters: 'packProblem.form.characters',
};

const WEEKDAYS: Readonly<Record<Weekday, PlainKey>> = {
  mon: 'spoken.weekday.mon',
  tue: 'spoken.weekday.tue',
  wed: 'spoken.weekday.wed',
  thu: 'spoken.weekday.thu',
  fri: 'spoken.weekday.fri',
  sat: 'spoken.weekday.sat',
  sun: 'spoken.weekday.sun',
};

const REFERENCES: Readonly<Record<ReferenceTo, PlainKey>> = {
  step: 'packProblem.to.step',
  situation: 'packProblem.to.situation',
  technique: 'packProblem.to.technique',
  directory: 'packProblem.to.directory',
  festival: 'packProblem.to.festival',
  placeholder: 'packProblem.to.placeholder',
  break: 'packProblem.to.break',
  owner: 'packProblem.to.owner',
  'work-order-kind': 'packProblem.to.workOrderKind',
  stage: 'packProblem.to.stage',
  deadline: 'packProblem.to.deadline',
};

/** The reason as the end of a sentence whose subject is the field or the place. */
export function explainReason(reason: PackReason, words: Words): string {
  switch (reason.kind) {
    case 'range': {
      const { min, max, unit, got } = reason;
      return words('packProblem.range', { min, max, unit: words(UNITS[unit]), got });
    }
    case 'missing':
      return words('packProblem.missing');
    case 'unknown-key':
      return words('packProblem.unknownKey');
    case 'not-one-of':
      return words('packProblem.notOneOf', { options: reason.options.join(' | '), got: reason.got });
    case 'not-a':
      return words('packProblem.notA', { what: words(WHAT[reason.what]), got: reason.got });
    case 'form':
      return words('packProblem.notA', { what: words(FORMS[reason.form]), got: reason.got });
    case 'too-few':
      if (reason.min === 1) return words('packProblem.empty');
      return words('packProblem.tooFew', { min: reason.min, got: reason.got });
    case 'too-many':
      return words('packProblem.tooMany', { max: reason.max, got: reason.got });
    case 'unknown-reference':
      return words('packProblem.unknownReference', { to: words(REFERENCES[reason.to]), id: reason.id });
    case 'duplicate-id':
      return words('packProblem.duplicateId', { id: reason.id });
    case 'unreachable':
      return words('packProblem.unreachable');
    case 'no-clock':
      return words('packProblem.noClock');
    case 'ends-before-start':
      return words('packProblem.endsBeforeStart');
    case 'empty-span':
      return words('packProblem.emptySpan');
    case 'overlaps':
      return words('packProblem.overlaps', { day: words(WEEKDAYS[reason.day]) });
    case 'day-twice':
      return words('packProblem.dayTwice', { day: reason.day });
    case 'inside-holiday':
      return words('packProblem.insideHoliday', { day: reason.day });
    case 'worked-anyway':
      return words('packProblem.workedAnyway', { day: reason.day });
    case 'whole-day':
      return words('packProblem.wholeDay');
    case 'longer-than-limit':
      return words('packProblem.longerThanLimit');
    case 'circle':
      return words('packProblem.circle', { path: reason.stages.join(' → ') });
    case 'endless':
      return words('packProblem.endless');
    case 'needs-part':
      return words('packProblem.needsPart', { name: `{${reason.placeholder}}` });
    case 'bad-part':
      return words('packProblem.badPart');
    case 'forbidden-phrase':
      return words('packProblem.forbiddenPhrase', { phrase: reason.phrase });
    case 'hang-up-forbidden':
      return words('packProblem.hangUpForbidden');
    case 'hang-up-unguarded':
      return words('packProblem.hangUpUnguarded');
  }
}
