import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { fails, holds, skipped } from "./finding.js";
import { hostOf } from "./host-of.js";
import { stage } from "./stage.js";

export const name = stage({
  name: "name",
  needs: ["service"],
  proves: "service",
  async run({ service }) {
    const host = hostOf(service);
    if (isIP(host) !== 0) return [skipped(`${host} is an address and no name.`)];
    try {
      const addresses = await lookup(host, { all: true });
      return [holds(`${host} is ${addresses.map(({ address }) => address).join(", ")}.`)];
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return [
        fails(
          `${host} has no address (${code}): point a record at the stack's distributionDomainName, or set hostedZoneId.`,
          `dig +short ${host}`,
        ),
      ];
    }
  },
});
