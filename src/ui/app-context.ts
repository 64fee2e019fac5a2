import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { App } from "#state/app.ts";

export const AppContext = createContext<App | undefined>(undefined);

/** The app's models. Throws outside the context: every root of the shell provides it. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("No AppContext.");
  return app;
}
