import { parseRoute } from "#domain/route.ts";
import { createApp } from "#state/app.ts";
import { createProblems } from "#state/problems.ts";
import { createAnnouncer } from "#state/status.ts";
import { databaseName } from "#storage/database.ts";
import { createStorage } from "#storage/storage.ts";
import { findFrame } from "#ui/frame.ts";
import { startShell } from "#shell/start.tsx";

const base = import.meta.env.BASE_URL;
const problems = createProblems();
const storage = createStorage({
  name: databaseName(base),
  onProblem: (problem) => (problems.storage.value = problem),
  onUnblocked: problems.dismiss,
});
storage.onChange((change) => {
  if (change.type === "not-stored") problems.storage.value = change.reason;
});
const announcer = createAnnouncer(document.getElementById("status")!);
const app = createApp({ base, storage, problems, announcer });

void startShell(app, findFrame(), parseRoute(new URL(location.href), base));
