/** An action names in `do` what an agent asks for. */
interface Named {
  readonly do: string;
}

type WithName<A extends Named, K> = A extends Named ? (K extends A['do'] ? A : never) : never;

/** One handler for each action of the union `A`: an action without a handler does not compile. */
export type Handlers<A extends Named> = {
  readonly [K in A['do']]: (action: WithName<A, K>) => unknown;
};

/** Runs the handler of an action: `dispatch(handlers, action.do, action)`. */
export function dispatch<M, K extends keyof M>(
  handlers: { readonly [P in keyof M]: (action: M[P]) => unknown },
  name: K,
  action: M[K],
): unknown {
  return handlers[name](action);
}
