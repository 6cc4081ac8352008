/**
 * What code may take above what the interpreter takes itself. A measured peak includes the interpreter:
 * shown against this limit it may look too near to it, never too far away.
 */
export const MEMORY_LIMIT_KB = 256 * 1024;
