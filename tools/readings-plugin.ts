import { writeReadings } from '../rules/search/hanzi-readings.ts';
import { hanziReadings } from './hanzi-readings.ts';

const MODULE = 'virtual:hanzi-readings';

/** The module `virtual:hanzi-readings`; its type is in tools/readings-module.d.ts. */
export function readingsPlugin() {
  return {
    name: 'sansheng-hanzi-readings',
    resolveId: (id: string) => (id === MODULE ? `\0${MODULE}` : null),
    load: (id: string) => (id === `\0${MODULE}` ? moduleCode() : null),
  };
}

let code: string | null = null;

/** A build has two targets and a watcher; the library takes a second. */
function moduleCode(): string {
  code ??= `export const readings = ${JSON.stringify(writeReadings(hanziReadings()))};`;
  return code;
}
