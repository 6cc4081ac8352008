/** Nothing can be packed; the message says why, and what to do about it. */
export class PackingFault extends Error {}
