import { parseRoute } from "#domain/route.ts";
import { createApp } from "#state/app.ts";
import { createProblems } from "#state/problems.ts";
import { createAnnouncer } from "#state/status.ts";
import { databaseName } from "#storage/database.ts";
import { createStorage } from "#storage/storage.ts";
import { findFrame } from "#ui/frame.ts";
import { startShell } from "#shell/start.tsx";

/** The script does not wait for the end of a long article: the places of the page have come, and the one it is to open at. */
function canStart(): boolean {
  if (document.readyState !== "loading") return true;
  const last = location.hash === "#at" ? "at" : "article";
  return document.getElementById(last) !== null;
}

function start(): void {
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
}

function startSoon(): void {
  if (!canStart()) return void setTimeout(startSoon, 10);
  // Browsers without `scroll-initial-target` would only go there when all of the text has come.
  if (location.hash === "#at") document.getElementById("at")?.scrollIntoView({ behavior: "instant" });
  start();
}

startSoon();
