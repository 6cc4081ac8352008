import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

const LINGER_MS = 1000;

/** Listens on 127.0.0.1 and returns the port; port 0 takes any that is free. */
export async function listenOnLoopback(server: Server, port = 0): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Lets answers under way go out, but does not wait long for whoever is still sending a request. */
export async function closeGracefully(server: Server): Promise<void> {
  const linger = setTimeout(() => server.closeAllConnections(), LINGER_MS);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(linger);
}
