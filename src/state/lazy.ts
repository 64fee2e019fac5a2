/** The models' one door for `import()`. */
import { loadPart } from "./parts.ts";

export const loadSettingsEditor = loadPart(() => import("./settings-editor.ts"));
export const loadListeningSession = loadPart(() => import("./listening-session.ts"));
export const loadGoingOn = loadPart(() => import("./going-on.ts"));
export const loadReadAloud = loadPart(() => import("#speech/read-aloud.ts"));
