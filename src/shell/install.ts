import type { InstallModel } from "#state/install.ts";

/** https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent: Chromium only, and in no library of types. */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<{ outcome: "accepted" | "dismissed" }>;
}

/** Finds out how this browser installs the app. Shows nothing by itself: the reader presses a button first. */
export function watchInstall(install: InstallModel): void {
  if (matchMedia("(display-mode: standalone)").matches || ("standalone" in navigator && navigator.standalone)) {
    install.set("installed");
    // What an installed app keeps is not to be cleared when the device runs short of room. A browser may refuse, and says so nowhere.
    void navigator.storage?.persist?.().catch(() => false);
    return;
  }
  if (isIos()) install.set("ios");
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    install.set("prompt", async () => (await (event as BeforeInstallPromptEvent).prompt()).outcome === "accepted");
  });
  addEventListener("appinstalled", () => install.set("installed"));
}

/** No feature tells iOS apart, and its steps are its own; iPads call themselves Macs, but no Mac has a touch screen. */
function isIos(): boolean {
  return (
    /iPhone|iPad|iPod/.test(navigator.userAgent) ||
    (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
  );
}
