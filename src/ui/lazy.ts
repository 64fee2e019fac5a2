/** The views' one door for `import()`: what the first load of the library does without. */

export const loadReaderView = () => import("./reader/ReaderView.tsx");
export const loadTextSettings = () => import("./settings/TextSettings.tsx");
export const loadInstallSheet = () => import("./library/InstallSheet.tsx");
