import { threadId } from 'node:worker_threads';

const { BroadcastChannel: SharedChannel } = globalThis;

/** A channel reaches every thread of a process: files that run side by side would meet on it. */
class OwnChannel extends SharedChannel {
  constructor(name: string) {
    super(`${name} of thread ${threadId}`);
  }
}

// A worker runs this before each file.
if (SharedChannel.name !== OwnChannel.name) globalThis.BroadcastChannel = OwnChannel;
