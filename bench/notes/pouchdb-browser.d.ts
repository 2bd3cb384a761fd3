/**
 * Only what the bench calls. The published types (@types/pouchdb-core) declare a global `Buffer`,
 * which spoils Node's own in every other file.
 */
declare module 'pouchdb-browser' {
  interface Revised {
    readonly rev: string;
  }
  class PouchDB<T extends object> {
    constructor(name: string);
    put(document: T & { readonly _id: string; readonly _rev?: string }): Promise<Revised>;
    bulkDocs(documents: readonly (T & { readonly _id: string })[]): Promise<unknown>;
    readonly replicate: {
      to(url: string, options: { readonly batch_size: number }): Promise<unknown>;
    };
  }

  export = PouchDB;
}
