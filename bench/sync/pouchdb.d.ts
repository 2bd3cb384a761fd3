/** Only what the bench calls; the packages bring no types of their own. */
declare module 'pouchdb-core' {
  interface Store {
    plugin(plugin: unknown): Store;
    defaults(options: { readonly adapter: string; readonly db: unknown; readonly prefix: string }): Store;
  }
  const store: Store;
  export = store;
}

declare module 'pouchdb-adapter-leveldb' {
  const plugin: unknown;
  export = plugin;
}

declare module 'leveldown' {
  namespace leveldown {
    interface Store {
      _batch(changes: unknown, options: object, done: unknown): void;
    }
    const destroy: unknown;
  }
  function leveldown(path: string): leveldown.Store;
  export = leveldown;
}

declare module 'pouchdb-mapreduce' {
  const plugin: unknown;
  export = plugin;
}

declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http';

  const expressPouch: (
    store: unknown,
    options: { readonly inMemoryConfig: boolean; readonly mode: string; readonly logPath: string },
  ) => RequestListener;
  export = expressPouch;
}
