import type { DeskView } from '../../../components/desk/desk-view.ts';
import type { DraftConflict, PreviewOptions, ScriptsView } from '../../../components/desk/scripts-view.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { PackProblem } from '../../../contract/pack/pack-problem.ts';
import { diffPacks } from '../../../contract/pack-release/diff-packs.ts';
import { contextFor, PreviewModel } from '../../../entrypoints/desk/preview-model.ts';
import { problemsOfDraft } from '../../../entrypoints/desk/read-draft.ts';
import { TryOutModel } from '../../../entrypoints/desk/try-out-model.ts';
import { pack } from '../../../scripts/pack.yaml';
import { NOW } from './parts.ts';

const OPTIONS: PreviewOptions = { language: 'zh-CN', named: true, late: false, at: '' };
const tryOut = new TryOutModel(NOW);
const context = contextFor('zh-CN');

function scripts(more: Partial<ScriptsView>, situation = 'silent-caller'): DeskView {
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
      canUndo: false,
      canRedo: false,
      notice: { notice: 'none' },
      preview: { panel, stale: false, options: OPTIONS },
      tryOut: tryOut.view(pack, context),
      ...more,
    },
  };
}

/** The silent caller with a wait of no time, a text that is gone and a trigger that points nowhere. */
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

/** Every state of the lead's desk by the name it has in pictures and tests. */
export const DESK_STATES: Readonly<Record<string, DeskView>> = {
  'desk-situation': scripts({}),
  'desk-problems': scripts({
    pack: WRONG,
    problems,
    changed: new Set(['silent-caller']),
    draft: { state: 'conflict', conflict: CONFLICT },
    copy: { copy: 'here', why: 'offline' },
    canUndo: true,
    notice: { notice: 'refused', file: '夜班话术.yaml', why: { why: 'not-sound', problems } },
    preview: { panel: null, stale: true, options: OPTIONS },
  }),
  'desk-branches': scripts({ query: 'fy', found: ['dialect-unclear'] }, 'dialect-unclear'),
  'desk-card': scripts({ section: 'techniques', item: 'firm-limit' }, 'abuse'),
  'desk-settings': scripts(
    { section: 'settings', item: null, draft: { state: 'saved', at: NOW, by: '0102 周岚' } },
    'greeting',
  ),
  'desk-directory': scripts(
    {
      section: 'directory',
      item: null,
      draft: { state: 'failed' },
      copy: { copy: 'here', why: 'not-joined' },
    },
    'greeting',
  ),
  'desk-try-out': scripts({ section: 'try-out', item: null }),
};
