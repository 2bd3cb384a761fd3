import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';

export interface StunServer {
  readonly url: string;
  close(): void;
}

const MAGIC_COOKIE = 0x2112a442;

/** A STUN server on this machine (RFC 8489): one that answers, or one that never does. */
export function startStun(behaviour: 'answers' | 'silent'): Promise<StunServer> {
  const socket = createSocket('udp4');
  if (behaviour === 'answers') {
    socket.on('message', (request, { address, port }) => {
      if (request.length >= 20 && request.readUInt16BE(0) === 0x0001) {
        socket.send(bindingSuccess(request, address, port), port, address);
      }
    });
  }
  return new Promise((resolve) => {
    socket.bind(0, '0.0.0.0', () => {
      const { port }: AddressInfo = socket.address();
      resolve({ url: `stun:127.0.0.1:${port}`, close: () => socket.close() });
    });
  });
}

/** Binding success with XOR-MAPPED-ADDRESS, RFC 8489 §14.2. */
function bindingSuccess(request: Buffer, address: string, port: number): Buffer {
  const reply = Buffer.alloc(32);
  reply.writeUInt16BE(0x0101, 0);
  reply.writeUInt16BE(12, 2);
  request.copy(reply, 4, 4, 20);
  reply.writeUInt16BE(0x0020, 20);
  reply.writeUInt16BE(8, 22);
  reply.writeUInt16BE(0x0001, 24);
  reply.writeUInt16BE(port ^ (MAGIC_COOKIE >>> 16), 26);
  const ip = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  reply.writeUInt32BE((ip ^ MAGIC_COOKIE) >>> 0, 28);
  return reply;
}
