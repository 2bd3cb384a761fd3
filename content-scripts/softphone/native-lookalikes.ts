/** Called after the native function has returned; must not throw. */
type Observer = (self: unknown, args: readonly unknown[], result: unknown) => void;
type Native = Parameters<typeof Reflect.apply>[0];

export interface Lookalikes {
  /** Calls back after each call of a method. */
  observe(owner: object, name: string, observer: Observer): void;
  /** Calls back after each use of a setter. */
  observeSetter(owner: object, name: string, observer: Observer): void;
  /** Replaces a function of the page; `change` may give other arguments. */
  rewrite(owner: object, name: string, change: (args: readonly unknown[]) => readonly unknown[]): void;
}

/** This script's functions in the stack of an error that a native method throws. */
const OWN_LINES = 3;

/**
 * Replaces methods of the page by ones that look native: a Proxy alone shows in its text
 * (`function () {`) and in the stack of every error that the method throws. Runs before the page's
 * scripts, which may change any built-in object later: it uses only what it has saved here.
 */
export function nativeLookalikes(): Lookalikes {
  const { apply, construct, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const Errors = Error;
  const natives = new WeakMap<object, object>();
  const { get, set } = WeakMap.prototype;
  const { indexOf, slice } = String.prototype;
  // Firefox gives a registered script no name, and a page's script always one.
  const ownUrl =
    /[a-z]+-extension:\/\/[^\s):]+|@<anonymous code>/.exec(new Error('here').stack ?? '')?.[0] ?? null;

  replace(Function.prototype, 'toString', (native, self, args) =>
    callNative(native, apply(get, natives, [self]) ?? self, args),
  );
  // Chromium gives each error a stack of its own; Firefox has one getter for all.
  for (const prototype of [Error.prototype, DOMException.prototype]) hideInGetter(prototype);

  function replace(
    owner: object,
    name: string,
    trap: (native: Native, self: unknown, args: readonly unknown[]) => unknown,
  ): void {
    const property = getOwnPropertyDescriptor(owner, name);
    const native: unknown = property?.value;
    if (typeof native !== 'function') return;
    const lookalike = new Proxy(native, {
      apply: (_target, self, args) => trap(native, self, args),
    });
    apply(set, natives, [lookalike, native]);
    defineProperty(owner, name, { ...property, value: lookalike });
  }

  function callNative(native: Native, self: unknown, args: readonly unknown[]): unknown {
    const limit = getOwnPropertyDescriptor(Errors, 'stackTraceLimit');
    const lines: unknown = limit?.value;
    // Chromium keeps so many lines of a stack: the page's own are to be all there.
    const longer = typeof lines === 'number' && limit?.writable === true;
    if (longer) defineProperty(Errors, 'stackTraceLimit', { ...limit, value: lines + OWN_LINES });
    try {
      return apply(native, self, args);
    } catch (error) {
      clean(error);
      throw error;
    } finally {
      if (longer) defineProperty(Errors, 'stackTraceLimit', { ...limit, value: lines });
    }
  }

  function hideInGetter(prototype: object): void {
    const property = getOwnPropertyDescriptor(prototype, 'stack');
    if (property?.get === undefined) return;
    const getter = new Proxy(property.get, {
      apply(native, self, args) {
        const stack: unknown = apply(native, self, args);
        return typeof stack === 'string' ? withoutOwnLines(stack) : stack;
      },
    });
    apply(set, natives, [getter, property.get]);
    defineProperty(prototype, 'stack', { ...property, get: getter });
  }

  function clean(error: unknown): void {
    if (typeof error !== 'object' || error === null) return;
    const property = getOwnPropertyDescriptor(error, 'stack');
    if (property?.get !== undefined && property.set !== undefined) {
      // Newer ones: an accessor of the error's own, whose setter replaces the text.
      const stack: unknown = apply(property.get, error, []);
      if (typeof stack === 'string') apply(property.set, error, [withoutOwnLines(stack)]);
    } else if (typeof property?.value === 'string') {
      defineProperty(error, 'stack', { ...property, value: withoutOwnLines(property.value) });
    }
  }

  function withoutOwnLines(stack: string): string {
    if (ownUrl === null) return stack;
    let kept = '';
    let from = 0;
    while (from < stack.length) {
      const end: number = apply(indexOf, stack, ['\n', from]);
      const next = end === -1 ? stack.length : end + 1;
      const line: string = apply(slice, stack, [from, next]);
      if (apply(indexOf, line, [ownUrl]) === -1) kept += line;
      from = next;
    }
    return kept;
  }

  return {
    observe(owner, name, observer) {
      replace(owner, name, (native, self, args) => {
        const result = callNative(native, self, args);
        observer(self, args, result);
        return result;
      });
    },
    observeSetter(owner, name, observer) {
      const property = getOwnPropertyDescriptor(owner, name);
      const native = property?.set;
      if (property === undefined || native === undefined) return;
      const lookalike = new Proxy(native, {
        apply(_target, self, args) {
          const result = callNative(native, self, args);
          observer(self, args, result);
          return result;
        },
      });
      apply(set, natives, [lookalike, native]);
      defineProperty(owner, name, { ...property, set: lookalike });
    },
    rewrite(owner, name, change) {
      const property = getOwnPropertyDescriptor(owner, name);
      const native: unknown = property?.value;
      const isOpen = property?.configurable === true || property?.writable === true;
      if (typeof native !== 'function' || !isOpen) return;
      const lookalike: Native = new Proxy(native, {
        apply: (target: Native, self: unknown, args: unknown[]) => apply(target, self, change(args)),
        construct: (target: Native, args: unknown[], newTarget: Native): object =>
          construct(target, change(args), newTarget === lookalike ? target : newTarget),
      });
      apply(set, natives, [lookalike, native]);
      defineProperty(owner, name, { ...property, value: lookalike });
      const { prototype } = native;
      if (typeof prototype !== 'object' || prototype === null) return;
      const own = getOwnPropertyDescriptor(prototype, 'constructor');
      if (own?.value === native) defineProperty(prototype, 'constructor', { ...own, value: lookalike });
    },
  };
}
