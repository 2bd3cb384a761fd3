/** How a practice call ended, as seen from the practice side. */
export type PracticeEnd =
  | { readonly how: 'hung-up'; readonly by: 'agent' | 'caller' }
  | { readonly how: 'given-up' }
  | { readonly how: 'answered-elsewhere' }
  /** The agent refused the caller, or the callee refused the agent. */
  | { readonly how: 'rejected'; readonly sipStatus: number }
  /** The agent cancelled the call before it was answered. */
  | { readonly how: 'cancelled' }
  | { readonly how: 'transferred'; readonly target: string }
  | { readonly how: 'failed'; readonly cause: string };

type Happening =
  | { readonly type: 'invited' }
  | { readonly type: 'ringing' }
  | { readonly type: 'answered' }
  | { readonly type: 'media-connected' }
  | { readonly type: 'media-lost'; readonly why: string }
  /** A step of the scenario is finished. */
  | { readonly type: 'step-done'; readonly step: string }
  | { readonly type: 'held'; readonly by: 'agent' | 'caller' }
  | { readonly type: 'resumed'; readonly by: 'agent' | 'caller' }
  | { readonly type: 'dtmf'; readonly tone: string; readonly via: 'rfc4733' | 'info' }
  | { readonly type: 'transfer-asked'; readonly target: string; readonly kind: 'blind' | 'attended' }
  | { readonly type: 'transfer-answered'; readonly sipStatus: number }
  | { readonly type: 'ended'; readonly end: PracticeEnd };

/** `at` in milliseconds since the epoch. */
export type Milestone = Happening & { readonly at: number };
export type MilestoneType = Milestone['type'];
export type MilestoneOf<T extends MilestoneType> = Extract<Milestone, { readonly type: T }>;

export interface UntilOptions {
  /** The number of the occurrence since the start of the call; 1 by default. */
  readonly nth?: number;
  /** 15 s by default. */
  readonly timeoutMs?: number;
}

export interface Timeline {
  record(happening: Happening): void;
  all(): readonly Milestone[];
  /**
   * The nth milestone of a type, past or future. Rejects with the timeline so far on timeout or
   * when the call ends.
   */
  until<T extends MilestoneType>(type: T, options?: UntilOptions): Promise<MilestoneOf<T>>;
}

export function openTimeline(label: string): Timeline {
  const milestones: Milestone[] = [];
  const waiting = new Set<() => void>();
  const isEnded = () => milestones.at(-1)?.type === 'ended';

  return {
    record(happening) {
      if (isEnded()) return;
      milestones.push({ ...happening, at: Date.now() });
      for (const check of [...waiting]) check();
    },
    all: () => [...milestones],
    until(type, { nth = 1, timeoutMs = 15_000 } = {}) {
      return new Promise((resolve, reject) => {
        const give = (why: string) => {
          stop();
          const seen = milestones.map(describe).join(', ');
          reject(new Error(`${label}: ${why} while waiting for ${type} (${nth}). So far: ${seen}`));
        };
        const check = () => {
          const found = milestones.filter((milestone) => isOf(milestone, type))[nth - 1];
          if (found !== undefined) {
            stop();
            resolve(found);
          } else if (isEnded()) give('the call ended');
        };
        const stop = () => {
          clearTimeout(timer);
          waiting.delete(check);
        };
        const timer = setTimeout(() => give(`${timeoutMs} ms passed`), timeoutMs);
        waiting.add(check);
        check();
      });
    },
  };
}

function describe(milestone: Milestone): string {
  return milestone.type === 'ended' ? `ended (${JSON.stringify(milestone.end)})` : milestone.type;
}

function isOf<T extends MilestoneType>(milestone: Milestone, type: T): milestone is MilestoneOf<T> {
  return milestone.type === type;
}
