/** The name or address alone: URLs write an IPv6 address in brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");
