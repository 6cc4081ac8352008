import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A TCP proxy that a test can take down and bring up again. */
export interface CuttableProxy {
  readonly url: string;
  /** Breaks every connection and each new one, until restored or so many new ones were broken. */
  cut(newConnections?: number): void;
  /** Takes connections but lets nothing through, until restored. */
  mute(): void;
  restore(): void;
  /** Ends every connection, as a server does with those that have been idle for long. */
  hangUp(): void;
  /** Forgets every connection, as a gateway does with idle ones: who uses one is told by a reset. */
  forget(): void;
  close(): Promise<void>;
}

/** Starts a proxy on loopback in front of `target`, a URL. */
export async function startCuttableProxy(target: string): Promise<CuttableProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let state: "up" | "cut" | "mute" = "up";
  let left = 0;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => sockets.delete(socket));
  };
  const breakAll = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const server = createServer((near) => {
    keep(near);
    if (state === "cut") {
      near.resetAndDestroy();
      left -= 1;
      if (left === 0) state = "up";
      return;
    }
    if (state === "mute") return;
    const far = connect(Number(port), hostname);
    keep(far);
    near.pipe(far).pipe(near);
    near.once("close", () => far.destroy());
    far.once("close", () => near.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const become = (next: typeof state) => {
    state = next;
    breakAll();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut(newConnections = Number.POSITIVE_INFINITY) {
      left = newConnections;
      become("cut");
    },
    mute: () => become("mute"),
    restore: () => become("up"),
    forget() {
      for (const socket of sockets) {
        socket.unpipe();
        socket.removeAllListeners("data");
        socket.once("data", () => socket.resetAndDestroy()).resume();
      }
    },
    hangUp() {
      for (const socket of sockets) socket.end();
    },
    async close() {
      breakAll();
      await new Promise((closed) => server.close(closed));
    },
  };
}
