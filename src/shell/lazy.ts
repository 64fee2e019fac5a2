/** The shell's one door for `import()`. */

export const loadAfterStart = () => import("./after-start.ts");
