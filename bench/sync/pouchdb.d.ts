/** Only what the bench calls; the packages bring no types of their own. */
declare module 'pouchdb-core' {
  interface Store {
    plugin(plugin: unknown): Store;
    defaults(options: { readonly adapter: string }): Store;
  }
  const store: Store;
  export = store;
}

declare module 'pouchdb-adapter-memory' {
  const plugin: unknown;
  export = plugin;
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
