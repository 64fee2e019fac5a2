/** The words of the installation steps, fetched when they are first opened. */
export const enInstall = {
  title: "Install Lectern",
  button: "Install",
  explained: "Lectern opens from your home screen, without a browser around it, and without a network.",
  iosSteps: [
    "Press the Share button of the browser.",
    "Choose “Add to Home Screen”.",
    "Press “Add”, then open Lectern from there once while you are online.",
  ],
  iosStorage: "The app on the Home Screen keeps its own library, apart from this browser’s.",
  otherSteps: ["Open the menu of your browser.", "Choose “Install” or “Add to Home screen”."],
  installed: "Lectern is installed.",
  close: "Close",
};

export type InstallWords = typeof enInstall;
