import { expect, it } from "vitest";
import { isOutOfMemory } from "./out-of-memory.ts";

it.each([
  "Uncaught RangeError: Array buffer allocation failed",
  "RangeError: WebAssembly.Memory(): could not allocate memory",
  "RuntimeError: memory access out of bounds",
  "RuntimeError: Out of bounds memory access: memory access out of bounds",
  "InternalError: out of memory",
  "NS_ERROR_OUT_OF_MEMORY: out of memory",
  "QuotaExceededError: The operation failed",
])("%s is for want of memory", (message) => expect(isOutOfMemory(message)).toBe(true));

it.each(["", "Bad data", "SyntaxError: Unexpected token", "RangeError: Maximum call stack size exceeded"])(
  "%s is not",
  (message) => expect(isOutOfMemory(message)).toBe(false),
);
