import type { Lookalikes } from './native-lookalikes.ts';
import { watchAnswers } from './watch-answers.ts';
import { snapshotWriter } from './write-snapshot.ts';

/** The part of an input that concerns the page's own world. */
export interface PlannedInput {
  readonly input: number;
  readonly kind: 'global-event' | 'constructor' | 'notification';
  readonly global?: string;
  readonly method?: string;
  readonly events?: readonly string[];
  readonly subscribe?: readonly string[];
  readonly argument?: number;
  readonly callbacks?: readonly string[];
  /** Paths with getter methods, which only this world can call. */
  readonly calls: readonly string[];
}

export interface Plan {
  /** Whether frames of sockets, and answers to requests, are wanted. */
  readonly sockets: boolean;
  readonly answers: boolean;
  readonly inputs: readonly PlannedInput[];
}

const OFTEN_MS = 100;
const SELDOM_MS = 1000;
/** A product is loaded with its page; later it is asked for less often. */
const OFTEN_TIMES = 100;
const MOST_TIMES = 4000;

/**
 * Follows what an adapter names in the page's own world: events and constructors of globals,
 * notifications, answers to requests. The page may have changed any built-in object: only what was
 * saved when it was made is used, and nothing that fails here disturbs the page.
 */
export function adapterHook(
  lookalikes: Lookalikes,
  send: (json: string) => void,
): (plan: Plan, onFound: () => void) => void {
  const { apply, get } = Reflect;
  const { addEventListener } = EventTarget.prototype;
  const { split, slice, endsWith } = String.prototype;
  const { has, add } = WeakSet.prototype;
  const copyOf = Array.prototype.slice;
  const later = setTimeout;
  const page = window;
  const write = snapshotWriter();
  const { stringify } = JSON;
  const Wrapper = Proxy;
  const isFunction = (value: unknown): value is (...args: unknown[]) => unknown =>
    typeof value === 'function';

  /** The value at a path, also by getter methods; undefined where there is none. */
  function valueAt(from: unknown, path: string): unknown {
    const names: string[] = apply(split, path, ['.']);
    let place = from;
    for (let at = 0; at < names.length; at += 1) {
      if (place === null || (typeof place !== 'object' && !isFunction(place))) return undefined;
      const name = names[at] ?? '';
      const isCall: boolean = apply(endsWith, name, ['()']);
      const member: unknown = get(place, isCall ? apply(slice, name, [0, -2]) : name);
      place = isCall && isFunction(member) ? apply(member, place, []) : member;
    }
    return place;
  }

  function answersOf(message: unknown, calls: readonly string[]): string {
    let text = '';
    for (let at = 0; at < calls.length; at += 1) {
      const path = calls[at] ?? '';
      let value: unknown;
      try {
        value = valueAt(message, path);
      } catch {
        continue;
      }
      if (value === null || value === undefined || typeof value === 'object') continue;
      text += `${text === '' ? '' : ','}${stringify(path)}:${write(value)}`;
    }
    return `{${text}}`;
  }

  function report({ input, calls }: PlannedInput, event: string, args: unknown[]): void {
    try {
      const answers = calls.length === 0 ? '' : `,"()":${answersOf({ event, args }, calls)}`;
      send(`{"input":${input},"data":{"event":${stringify(event)},"args":${write(args)}${answers}}}`);
    } catch {
      // The page is never disturbed.
    }
  }

  /** False while what it names is not there yet. */
  function bind(planned: PlannedInput): boolean {
    switch (planned.kind) {
      case 'global-event':
        return subscribe(planned);
      case 'constructor':
        return wrap(planned);
      case 'notification':
        watchNotifications(planned);
        return true;
    }
  }

  function subscribe(planned: PlannedInput): boolean {
    const owner = valueAt(page, planned.global ?? '');
    if (owner === null || (typeof owner !== 'object' && !isFunction(owner))) return false;
    const method: unknown = get(owner, planned.method ?? 'on');
    if (!isFunction(method)) return false;
    const { events } = planned;
    if (events === undefined) {
      apply(method, owner, [(...args: unknown[]) => onCallback(planned, planned.method ?? 'on', args)]);
      return true;
    }
    for (let at = 0; at < events.length; at += 1) {
      const event = events[at] ?? '';
      apply(method, owner, [event, (...args: unknown[]) => onCallback(planned, event, args)]);
    }
    return true;
  }

  function onCallback(planned: PlannedInput, event: string, args: unknown[]): void {
    report(planned, event, args);
    const subject = args[0];
    const { subscribe: names } = planned;
    if (names === undefined || subject === null || typeof subject !== 'object') return;
    for (let at = 0; at < names.length; at += 1) {
      const name = names[at] ?? '';
      try {
        const method: unknown = get(subject, name);
        if (!isFunction(method)) continue;
        apply(method, subject, [
          (...more: unknown[]) => report(planned, name, more.length === 0 ? [subject] : more),
        ]);
      } catch {
        // One that this version of the product does not have.
      }
    }
  }

  function wrap(planned: PlannedInput): boolean {
    const names: string[] = apply(split, planned.global ?? '', ['.']);
    let owner: unknown = page;
    for (let at = 0; at + 1 < names.length; at += 1) {
      if (typeof owner !== 'object' || owner === null) return false;
      owner = get(owner, names[at] ?? '');
    }
    const last = names[names.length - 1] ?? '';
    if ((typeof owner !== 'object' && !isFunction(owner)) || owner === null) return false;
    if (!isFunction(get(owner, last))) return false;
    const place = planned.argument ?? 0;
    lookalikes.rewrite(owner, last, (args) => {
      const options = args[place];
      if (typeof options !== 'object' || options === null) return args;
      const changed: unknown[] = apply(copyOf, args, []);
      changed[place] = withCallbacks(options, planned, '');
      return changed;
    });
    return true;
  }

  /** The page's options, whose callbacks report before they are called. */
  function withCallbacks(options: object, planned: PlannedInput, prefix: string): object {
    const callbacks = planned.callbacks ?? [];
    const nameOf = (key: string | symbol) => (typeof key === 'string' ? `${prefix}${key}` : '');
    return new Wrapper(options, {
      get(target, key) {
        const member: unknown = get(target, key);
        const name = nameOf(key);
        for (let at = 0; at < callbacks.length; at += 1) {
          const callback = callbacks[at] ?? '';
          if (callback === name) return reporting(member, planned, name);
          const isOnTheWay = name !== '' && apply(slice, callback, [0, name.length + 1]) === `${name}.`;
          if (isOnTheWay && typeof member === 'object' && member !== null) {
            return withCallbacks(member, planned, `${name}.`);
          }
        }
        return member;
      },
    });
  }

  function reporting(callback: unknown, planned: PlannedInput, name: string): unknown {
    if (callback === undefined) return (...args: unknown[]) => report(planned, name, args);
    if (!isFunction(callback)) return callback;
    return new Wrapper(callback, {
      apply(target, self, args) {
        report(planned, name, args);
        return apply(target, self, args);
      },
    });
  }

  function watchNotifications({ input }: PlannedInput): void {
    const show = (title: unknown, options: unknown) => {
      const of = (name: string) =>
        typeof options === 'object' && options !== null ? write(get(options, name)) : 'null';
      try {
        send(`{"input":${input},"data":{"title":${write(title)},"body":${of('body')},"tag":${of('tag')}}}`);
      } catch {
        // As above.
      }
    };
    lookalikes.rewrite(page, 'Notification', (args) => {
      show(args[0], args[1]);
      return args;
    });
    if (typeof ServiceWorkerRegistration === 'undefined') return;
    lookalikes.observe(ServiceWorkerRegistration.prototype, 'showNotification', (_self, args) =>
      show(args[0], args[1]),
    );
  }

  /** Binds what is there now; the others when a script was loaded, or after a while. */
  function bindAll(inputs: readonly PlannedInput[], onFound: () => void): void {
    const bound = new WeakSet<PlannedInput>();
    let left = inputs.length;
    const tryAll = () => {
      for (let at = 0; at < inputs.length && left > 0; at += 1) {
        const planned = inputs[at];
        if (planned === undefined || apply(has, bound, [planned])) continue;
        try {
          if (!bind(planned)) continue;
        } catch {
          // Not ready yet.
          continue;
        }
        apply(add, bound, [planned]);
        left -= 1;
        onFound();
      }
    };
    let times = 0;
    const round = () => {
      tryAll();
      times += 1;
      if (left > 0 && times < MOST_TIMES) later(round, times < OFTEN_TIMES ? OFTEN_MS : SELDOM_MS);
    };
    // After each script of the page, before the next one runs.
    apply(addEventListener, document, ['load', tryAll, true]);
    round();
  }

  const observeAnswers = watchAnswers(lookalikes, (address, text) =>
    send(`{"via":"response","address":${stringify(address)},"text":${stringify(text)}}`),
  );
  let isStarted = false;
  return (plan, onFound) => {
    // A page has one plan: what was bound cannot be unbound without a trace.
    if (isStarted) return;
    isStarted = plan.sockets || plan.answers || plan.inputs.length > 0;
    if (plan.answers) observeAnswers();
    bindAll(plan.inputs, onFound);
  };
}
