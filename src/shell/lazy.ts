/** The shell's one door for `import()`. */

export const loadWorkboxWindow = () => import("workbox-window");
