import './tools/node-20.ts';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { SOAKING } from './tests/helpers/soak.ts';
import { packPlugin } from './tools/pack-plugin.ts';
import { readingsPlugin } from './tools/readings-plugin.ts';
import { LongFilesFirst } from './tools/suite/long-files-first.ts';

/** Their policies and installations apply to every browser of the machine. */
const ALONE = ['tests/browser/managed-policy.test.ts', 'tests/browser/self-hosted.test.ts'];

/** Minutes, and programs of their own: only in `npm run soak`. */
const IN_SOAK = ['tests/server/many-machines.test.ts'];

/** Of projects whose files run in threads of one process. */
const OWN_CHANNELS = ['tests/helpers/own-channels.ts'];

/** Suites by what they need: nothing, a database, a browser, or telephone programs. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongFilesFirst },
    projects: [
      {
        /** Compiles the shipped pack and the readings once, not once a file. */
        plugins: [packPlugin(), readingsPlugin()],
        /** Components are tested outside an extension, with the same locale files. */
        resolve: { alias: { '#i18n': resolve(import.meta.dirname, 'tools/gallery/i18n.ts') } },
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/browser/**', 'tests/sip/**', 'tests/interop/**', 'tests/server/**'],
          environment: 'node',
          /** Property tests take seconds on a busy machine; no test waits for real time. */
          testTimeout: 30_000,
          setupFiles: OWN_CHANNELS,
          // A new worker for each of 200 files would cost more than most of them run.
          pool: 'threads',
          isolate: false,
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          exclude: SOAKING ? [] : IN_SOAK,
          globalSetup: ['tests/helpers/server/cluster-setup.ts'],
          setupFiles: OWN_CHANNELS,
          // The server is loaded once a worker, not once a file.
          pool: 'threads',
          isolate: false,
          // They wait for the database.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: ALONE,
          globalSetup: ['tests/helpers/left-policies-setup.ts', 'tests/helpers/server/cluster-setup.ts'],
          // Helpers are loaded once a worker, not once a file.
          pool: 'forks',
          isolate: false,
          // They wait more than they compute.
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
          // Each waits for a condition: on a slow machine it passes later.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'sip',
          include: ['tests/sip/**/*.test.ts'],
          // One Chromium for all files; each case has a page of its own.
          globalSetup: ['tests/sip/sip-browser-setup.ts'],
          pool: 'forks',
          isolate: false,
          maxWorkers: 2,
          maxConcurrency: 4,
          sequence: { groupOrder: 5 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'policy',
          include: ALONE,
          globalSetup: ['tests/helpers/left-policies-setup.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Exports are written in the words of the interface.
        plugins: [packPlugin(), readingsPlugin()],
        resolve: { alias: { '#i18n': resolve(import.meta.dirname, 'tools/gallery/i18n.ts') } },
        test: {
          name: 'interop',
          include: ['tests/interop/**/*.test.ts'],
          // A second rtpengine does not start beside the first.
          fileParallelism: false,
          sequence: { groupOrder: 4 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
