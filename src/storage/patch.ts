/** What is stored, with these properties changed; one of undefined is taken away. */
export function withPatch<T extends object>(stored: T, patch: Partial<Record<keyof T, unknown>>): T {
  const entries = Object.entries({ ...stored, ...patch }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as T;
}
