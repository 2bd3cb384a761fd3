import type { Pack } from '../../../contract/pack/pack.ts';
import type { PackProblem } from '../../../contract/pack/pack-problem.ts';
import type { WorkOrderStage } from '../../../contract/pack/work-order-kind.ts';
import { diffPacks } from '../../../contract/release/diff-packs.ts';
import { problemsOfDraft } from '../../../pages/lead/draft/read-draft.ts';
import type { LeadView } from '../../../pages/lead/frame/lead-view.ts';
import { contextFor, PreviewModel } from '../../../pages/lead/preview/preview-model.ts';
import { TryOutModel } from '../../../pages/lead/preview/try-out-model.ts';
import type {
  DraftConflict,
  PlainSection,
  PreviewOptions,
  ScriptsView,
} from '../../../pages/lead/scripts/scripts-view.ts';
import { pack } from '../../../scripts/pack.yaml';
import { NOW } from './parts.ts';

const OPTIONS: PreviewOptions = { language: 'zh-CN', named: true, late: false, at: '' };
const tryOut = new TryOutModel(NOW);
const context = contextFor('zh-CN');

function scripts(more: Partial<ScriptsView>, situation = 'silent-caller'): LeadView {
  const preview = new PreviewModel('zh-CN', () => NOW);
  const showsDirectory = more.section === 'directory';
  const panel =
    more.section === 'try-out'
      ? tryOut.panel(pack, context)
      : preview.panel(pack, situation, showsDirectory, NOW);
  return {
    role: 'lead',
    page: 'scripts',
    gap: null,
    scripts: {
      pack,
      changed: new Set(),
      language: 'zh-CN',
      section: 'situations',
      item: situation,
      query: '',
      found: null,
      problems: [],
      draft: { state: 'same' },
      copy: { copy: 'team' },
      overtaken: false,
      canUndo: false,
      canRedo: false,
      notice: { notice: 'none' },
      preview: { panel, stale: false, options: OPTIONS },
      tryOut: tryOut.view(pack, context),
      ...more,
    },
  };
}

/**
 * The silent caller with a wait of no time, a missing text and a trigger that names an unknown
 * situation.
 */
const WRONG: Pack = {
  ...pack,
  situations: pack.situations.map((situation) =>
    situation.id !== 'silent-caller'
      ? situation
      : {
          ...situation,
          triggers: [
            ...situation.triggers,
            { kind: 'after-situation', situation: 'long-gone', brings: 'suggestion' },
          ],
          steps: situation.steps.map((step, n) =>
            step.kind !== 'say' || n > 0
              ? step
              : {
                  ...step,
                  text: { ...step.text, 'zh-TW': '' },
                  wait: { seconds: 0, endedBy: ['speech'], onEnd: 'stop', mandatory: true },
                },
          ),
        },
  ),
};

const STRAY: WorkOrderStage = {
  id: 'stray',
  name: { 'zh-CN': '走不到的阶段', 'zh-TW': '走不到的階段', en: 'Stray stage' },
  owner: 'agent',
  within: { unit: 'working-d', count: 2 },
  warnBefore: 60,
  next: [],
};

const problems: readonly PackProblem[] = problemsOfDraft(WRONG);

const quieter = (ringLimit: number): Pack => ({ ...pack, settings: { ...pack.settings, ringLimit } });

/** Two leads who set the same limit, and one of them a wait beside it. */
const CONFLICT: DraftConflict = {
  by: '0102 周岚',
  at: NOW,
  theirs: diffPacks(pack, quieter(2)),
  mine: diffPacks(pack, { ...WRONG, settings: quieter(4).settings }),
  packs: [pack],
};

/** A stage that belongs to nobody and has no clock, and one that nothing leads to. */
const BROKEN_KINDS = pack.workOrders.kinds.slice(0, 2).map((kind, n) =>
  n === 0
    ? {
        ...kind,
        deadlines: [],
        stages: [...kind.stages.map((stage) => ({ ...stage, owner: 'nobody', within: undefined })), STRAY],
      }
    : kind,
);

function plain(section: PlainSection, more: Partial<Pack>): LeadView {
  const changed = { ...pack, ...more };
  return scripts(
    { section, item: null, pack: changed, problems: problemsOfDraft(changed), canUndo: true },
    'greeting',
  );
}

/** Every state of the lead's application, by its name in pictures and tests. */
export const LEAD_STATES: Readonly<Record<string, LeadView>> = {
  'lead-situation': scripts({}),
  'lead-problems': scripts({
    pack: WRONG,
    problems,
    changed: new Set(['silent-caller']),
    draft: { state: 'conflict', conflict: CONFLICT },
    copy: { copy: 'here', why: 'offline' },
    canUndo: true,
    notice: { notice: 'refused', file: '夜班话术.yaml', why: { why: 'not-sound', problems } },
    preview: { panel: null, stale: true, options: OPTIONS },
  }),
  'lead-branches': scripts({ query: 'fy', found: ['dialect-unclear'] }, 'dialect-unclear'),
  'lead-card': scripts({ section: 'techniques', item: 'firm-limit' }, 'abuse'),
  'lead-settings': scripts(
    { section: 'settings', item: null, draft: { state: 'saved', at: NOW, by: '0102 周岚' }, overtaken: true },
    'greeting',
  ),
  'lead-directory': scripts(
    {
      section: 'directory',
      item: null,
      draft: { state: 'failed' },
      copy: { copy: 'here', why: 'not-joined' },
    },
    'greeting',
  ),
  'lead-courtesy': plain('courtesy', {
    courtesy: { ...pack.courtesy, rules: pack.courtesy.rules.slice(0, 2), words: [] },
  }),
  'lead-festivals': plain('festivals', {
    festivals: pack.festivals
      .slice(0, 3)
      .map((festival, n) => (n === 1 ? { ...festival, lasts: 0 } : festival)),
  }),
  'lead-orders': plain('workOrders', { workOrders: { ...pack.workOrders, kinds: BROKEN_KINDS } }),
  'lead-calendar': plain('calendar', {
    calendar: {
      ...pack.calendar,
      holidays: pack.calendar.holidays.slice(0, 2),
      shifted: [{ day: '', as: 'fri' }, ...pack.calendar.shifted.slice(0, 1)],
    },
  }),
  'lead-shift': plain('shift', { shift: { ...pack.shift, wrapUpSeconds: 4000 } }),
  'lead-try-out': scripts({ section: 'try-out', item: null }),
};
