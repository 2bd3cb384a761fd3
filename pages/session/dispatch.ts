/** An action names in `do` what an agent asks for. */
interface Named {
  readonly do: string;
}

type WithName<A extends Named, K> = A extends Named ? (K extends A['do'] ? A : never) : never;

/** One handler for each action of the union `A`: an action without a handler does not compile. */
export type Handlers<A extends Named> = {
  readonly [K in A['do']]: (action: WithName<A, K>) => unknown;
};

/**
 * The union of all features' actions, or `never` if two features declare the same name: then the
 * second handler would silently replace the first.
 */
export type DistinctActions<F extends Readonly<Record<string, Named>>> = {
  [K in keyof F]: Extract<F[K]['do'], F[Exclude<keyof F, K>]['do']>;
}[keyof F] extends never
  ? F[keyof F]
  : never;

/** Runs the handler of an action: `dispatch(handlers, action.do, action)`. */
export function dispatch<M, K extends keyof M>(
  handlers: { readonly [P in keyof M]: (action: M[P]) => unknown },
  name: K,
  action: M[K],
): unknown {
  return handlers[name](action);
}

/** Whether these handlers are meant for the action. For views that carry out only some actions. */
export function handles<A extends Named>(handlers: Handlers<A>, action: Named): action is A {
  return Object.hasOwn(handlers, action.do);
}
